"""Small made articles: a story in paragraphs, and another of the same event in words of its own."""

from onrecord.model import Article, Date, Link, Notice, article_id

STORY = (
    "The ferry that has carried the people of Tarn Island to work since the spring of the flood will stop at the "
    "end of March, its owners told the harbour board on Monday night.",
    "Three hundred families live on the island, and most of them have no other way to reach the mainland before "
    "the road over the new dam opens, which nobody expects to happen within two years.",
    "“We were promised a boat every day until the dam was ready,” said Marten Oll, who runs the island's only shop. "
    "“Now we read in the paper that the last one leaves in five weeks.”",
    "The board's chairwoman, Ida Fenn, said that the company had lost money on every crossing but two last winter, "
    "and that the county had refused four times to pay for the fuel.",
    "A meeting of the islanders is called for Thursday at the school, where the county's engineer is to explain how "
    "the sick will be taken across when the ice comes in November.",
)
SAME_EVENT = (
    "Islanders were stunned this morning to learn that their only link with the coast is about to disappear, after "
    "the operator announced that the service makes no economic sense any longer.",
    "“We were promised a boat every day until the dam was ready,” said Marten Oll, a shopkeeper.",
    "County officials declined to comment when they were reached by telephone, but a spokesman pointed to earlier "
    "statements in which subsidies for small companies had been ruled out as unfair to others.",
    "Schools, a clinic and the fire brigade all depend on the vessel; its captain, who has steered it for nineteen "
    "years, said he would retire rather than move to another port further south.",
)
LEAD = (
    "Our readers have written to us in great numbers about what goes on across the water, and so we bring here, with "
    "thanks, the report of a newspaper that has followed the matter more closely than we could."
)
TAIL = (
    "Have you travelled on the boat yourself, or do you live where it lands? Write to the editor of this page and "
    "tell us what you make of the plans; letters may be shortened before they are printed."
)


def story(
    *paragraphs: str,
    id: str | None = None,
    published: str | None = None,
    links: tuple[str, ...] = (),
    notices: tuple[str, ...] = (),
    **fields: object,
) -> Article:
    """An article of some paragraphs; its id is that of its text unless one is given, its links stand at its end."""
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(
        id=id or article_id(text.encode()),
        text=text,
        paragraphs=tuple(spans),
        published=day(published) if published else None,
        links=tuple(Link(span=(0, 3), href=href, text=text[:3]) for href in links),
        notices=tuple(Notice(kind="repost_terms", text=notice) for notice in notices),
        **fields,  # type: ignore[arg-type]
    )


def day(value: str) -> Date:
    """A date in ISO form, known to the day, the month or the year by its length."""
    precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "minute")
    return Date(value=value, precision=precision, text=value)  # type: ignore[arg-type]
