"""The index of what is known; can be rebuilt from the JSONL."""
