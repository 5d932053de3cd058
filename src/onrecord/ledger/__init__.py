"""The ledger: a database that keeps articles, quotations, speakers, documents and verdicts, and answers questions."""
