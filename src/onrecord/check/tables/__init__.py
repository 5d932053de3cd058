"""Plain data for comparing words: contractions, spellings, fillers, numbers, and the words that matter."""
