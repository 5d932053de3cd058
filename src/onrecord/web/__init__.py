"""The web app: pages and a REST interface over a ledger, for a browser."""
