"""(Draft, ...) -> (Article with a clean body and its removals). Pure."""
