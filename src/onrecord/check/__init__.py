"""Whether the words match their source: a quotation beside documents, and one verdict from the differences."""
