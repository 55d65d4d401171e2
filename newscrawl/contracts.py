"""Spider contracts of the project: `scrapy check` asks each outlet's live sample page for a filled article.

@sample_url takes the page from the outlet's `sample_url`; @fills names the fields that must hold something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.contracts import Contract
from scrapy.exceptions import ContractFail

from newscrawl.items import Draft
from newscrawl.reading import finish

if TYPE_CHECKING:
    from collections.abc import Callable


class SampleUrlContract(Contract):
    """`@sample_url`: the page to check is the spider's own `sample_url`."""

    name = "sample_url"

    def __init__(self, method: Callable[..., Any], *args: Any) -> None:
        super().__init__(method, *args)
        # Scrapy hands over the bound method of an instance; its spider knows the page.
        self.url: str = method.__self__.sample_url  # type: ignore[attr-defined]

    def adjust_request_args(self, args: dict[str, Any]) -> dict[str, Any]:
        """Put the outlet's sample page in place of a fixed @url."""
        args["url"] = self.url
        return args


class FillsContract(Contract):
    """`@fills headline body`: an article comes back, and these fields are not empty in it."""

    name = "fills"

    def post_process(self, output: list[Any]) -> None:
        """Fail where no article came back, or a field is empty."""
        drafts = [one for one in output if isinstance(one, Draft)]
        if not drafts:
            raise ContractFail("expected an article, found none")
        article = finish(drafts[0])
        empty = [name for name in self.args if not getattr(article, name)]
        if empty:
            raise ContractFail(f"{article.url}: empty {', '.join(empty)}")
