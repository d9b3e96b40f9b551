"""A page as a tree of elements, and what tests ask of it."""

from __future__ import annotations

from lxml import html

SCRIPTED = ("script", "iframe", "object", "embed", "link", "img", "form", "base", "audio", "video")


class Page:
    """A page that was made."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = html.document_fromstring(text)

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [str(one) for one in self.root.xpath("//@id")]

    def targets(self) -> set[str]:
        """The ids that links of the page lead to."""
        return {str(one)[1:] for one in self.root.xpath("//a/@href") if str(one).startswith("#")}

    def marks(self, kind: str) -> list[str]:
        """Texts that are marked so, in the text of the draft."""
        return [one.text_content() for one in self.root.xpath(f"//div[@class='said']//mark[@class='{kind}']")]

    def notes(self) -> list[str]:
        """What the notes say, in order."""
        return [" ".join(one.text_content().split()) for one in self.root.xpath("//div[@class='note']")]

    def said(self) -> str:
        """The text of the draft, without the numbers of notes; its paragraphs and cells are parted by line ends."""
        found = self.root.xpath("//div[@class='said']//*[@id and starts-with(@id, 't')]")
        return "\n".join(
            " ".join("".join(map(str, one.xpath(".//text()[not(ancestor::a[@class='ref'])]"))).split()) for one in found
        )

    def dangers(self) -> list[str]:
        """Elements and attributes by which a page could do or fetch anything."""
        found = [one.tag for one in self.root.iter(*SCRIPTED)]
        for one in self.root.iter():
            if isinstance(one.tag, str):
                found += [name for name in one.attrib if name.startswith("on") or name in ("src", "style", "action")]
                link = one.get("href", "#")
                found += [link] if ":" in link or link.startswith("//") else []
        return found
