"""The web app: pages where people look rather than read, and the same answers as JSON under /api/v1."""
