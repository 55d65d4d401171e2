"""Settings of newscrawl: every one that differs from Scrapy's default says why, and what the default is.

`-s NAME=VALUE` on the command line wins over this file; an outlet's `custom_settings` stand between the two.
"""

from pathlib import Path

import newscrawl
from newscrawl.logs import calm_scrapy

PROJECT = Path(__file__).resolve().parent.parent

# --- the project ---------------------------------------------------------------------------------------------------
BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"
TEMPLATES_DIR = str(PROJECT / "newscrawl" / "templates")
# Scrapy's @scrapes is satisfied by an empty field of a dataclass; @fills is not.
SPIDER_CONTRACTS = {"newscrawl.contracts.SampleUrlContract": 1, "newscrawl.contracts.FillsContract": 10}

# --- our own settings ----------------------------------------------------------------------------------------------
# Where the JSONL goes; absolute, so that cron's working directory does not matter.
OUTPUT_DIR = PROJECT / "output"
# The index of what is known; None: `newscrawl.sqlite` in OUTPUT_DIR. Any URL that `store.open_store` reads.
STORE = None
# Entries of plain sitemaps older than this many days are left alone unless `-a since=` asks for them.
SITEMAP_DAYS = 30
# How many pages of a section are followed at the most while they bring leads that are not known.
SECTION_PAGES = 5
# How many further pages of one story are fetched and joined.
STORY_PAGES = 20
# What happens to copies: drop | keep | outlet (one per outlet). See README, "Deduplication".
DEDUP_POLICY = "drop"
# Near-duplicate keys older than this are retired (days; 0: never). Exact ones are kept for ever.
DEDUP_WINDOW_DAYS = 60
# A progress line every so many seconds (0: none).
PROGRESS_SECONDS = 10.0
# Where it goes: log (at INFO) or stderr (one line that is written over on a terminal).
PROGRESS_STREAM = "log"

# --- politeness: the framework's defaults are none of these -----------------------------------------------------------
# Default "Scrapy/VERSION": an honest name with a contact is what an outlet needs to complain to. Put yours here.
USER_AGENT = f"newscrawl/{newscrawl.__version__} (+https://github.com/newscrawl/newscrawl; news archive)"
# Default False.
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "newscrawl"
# Defaults 0 and 8: one request a second and one at a time per host.
DOWNLOAD_DELAY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# Defaults 16 and LIFO: with more the downloader takes stories off the queue before everything that announces them was
# read, and which of two copies becomes the line would depend on the network. An outlet is one host, one at a time.
CONCURRENT_REQUESTS = 1
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
SCHEDULER_DISK_QUEUE = "scrapy.squeues.PickleFifoDiskQueue"
# Default 180 s: a page that takes longer than this is an error, and is asked for again on the next run.
DOWNLOAD_TIMEOUT = 60
# Default 1 GiB: no article is larger, and extraction is bounded to the same size.
DOWNLOAD_MAXSIZE = 20 * 1024 * 1024
DOWNLOAD_WARNSIZE = 8 * 1024 * 1024
# Default 2.
RETRY_TIMES = 3
# Default True: an outlet needs no cookies of ours, and consent cookies change what pages say.
COOKIES_ENABLED = False

# --- the line ------------------------------------------------------------------------------------------------------
# Clean comes first, Deduplicate last: it writes the line. Your own pipelines stand between the two.
ITEM_PIPELINES = {"newscrawl.pipelines.Clean": 100, "newscrawl.pipelines.Deduplicate": 900}
# LogStats (default 0) counts Scrapy's pages and items; our Monitor counts stories.
EXTENSIONS = {
    "newscrawl.run.Run": 0,
    "newscrawl.monitor.Monitor": 10,
    "scrapy.extensions.logstats.LogStats": None,
}
DOWNLOADER_MIDDLEWARES = {"newscrawl.politeness.PolitenessMiddleware": 560}
# Default escapes every Arabic letter in `-o` feeds.
FEED_EXPORT_ENCODING = "utf-8"
# Default 100 starts that many worker tasks for every response; with one the items keep the order of the pages, which
# a repeatable run needs, and Scrapy's own CPU falls by a third.
CONCURRENT_ITEMS = 1
# Default True re-parses a callback's source on every page.
WARN_ON_GENERATOR_RETURN_VALUE = False
# Default: the depth of a page lowers nothing. Discovery comes before articles by priority; see outlet.py.
DEPTH_STATS_VERBOSE = False

# --- closed doors --------------------------------------------------------------------------------------------------
# Default True: local doors that run code inside the crawl.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# --- the log -------------------------------------------------------------------------------------------------------
# Default DEBUG prints every request.
LOG_LEVEL = "INFO"
calm_scrapy()
# Default True: the summary says it in ten lines, and the store keeps every figure.
STATS_DUMP = False
# Default WARNING with the whole item in the message; our pipelines log one line for each page they turn away.
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"
