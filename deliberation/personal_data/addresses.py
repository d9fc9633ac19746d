"""Where a person lives: a street with a number, as six languages write it."""

import re
from collections.abc import Iterator

from deliberation.personal_data.spans import Found, each_of

OF = r"(?:(?:de|du|des|la|le|les|della|dei|delle|del|el|los|las|di|of|the)\s+|l['’]|d['’]|dell['’])*"
NAME = r"[A-ZÀ-Þ][\w'’.-]*\w(?:\s+(?:(?:de|du|des|di|del|della|y|e|et)\s+)?[A-ZÀ-Þ][\w'’-]+)*"
HOUSE = r"(?<!\d[ .-])\d{1,4}\s?(?:bis|ter|quater|[A-Da-d])?"
FRENCH = re.compile(
    rf"\b{HOUSE},?\s+(?i:rue|avenue|av\.|boulevard|bd\.?|place|chemin|impasse|all[ée]e|route|quai|cours|square|faubourg"
    rf"|passage|r[ée]sidence|lotissement)\s+{OF}{NAME}"
)
# People type in small letters too; "12 rue" in the singular is an address, "12 rues" is a count.
FRENCH_SMALL = re.compile(
    rf"\b{HOUSE},?\s+(?:rue|avenue|boulevard|bd|impasse|all[ée]e)\s+{OF}"
    r"(?!(?:par|sur|et|est|a|à|pour|en|sans|avec|qui|où|ou|dans|plus|seule|nationale|piétonne)\b)\w[\w'’-]{2,}"
)
ENGLISH = re.compile(
    r"(?<!\d[ .-])\b\d{1,4}[a-dA-D]?,?\s+(?:[A-Z][\w'’-]+\s+){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Close|Crescent|Court|Gardens|Terrace|Place|Square|Row|Grove|Way)\b"
)
ITALIAN = re.compile(
    r"\b(?i:via|viale|v\.le|piazza|p\.za|piazzale|corso|largo|vicolo|strada|contrada)\s+"
    rf"{OF}{NAME},?\s+(?:(?i:n\.|n°|nr\.?|numero)\s?)?\d{{1,4}}(?:\s?/\s?[A-Za-z0-9]{{1,3}}|[a-zA-Z])?\b(?![.,:]?\d)"
)
SPANISH = re.compile(
    r"(?<!\w)(?i:calle|c/|avenida|avda\.?|av\.|plaza|pza\.?|paseo|camino|carretera|ronda|traves[íi]a|glorieta)\s*"
    rf"{OF}{NAME},?\s+(?:(?i:n\.?º|nº|n°|n[úu]m(?:ero|\.)?)\s?)?\d{{1,4}}\b(?![.,:]?\d)"
)
FIGURES = "[0-9一二三四五六七八九十百零]"
CHINESE = re.compile(
    rf"(?:(?<=[在到于是址：:，,])|(?<=\s)|^)(?:(?![在到于是住址])[\u4e00-\u9fff]){{2,12}}?(?:路|街|大道|巷|胡同|弄)(?:[东南西北中]段|[一二三四五]段)?"
    rf"{FIGURES}+号(?:{FIGURES}+(?:栋|幢|号楼|单元|楼|室|房|层))*"
)
ARABIC = re.compile(
    r"\b\d{1,4}\s*،?\s+(?:شارع|زنقة|نهج|درب)\s+(?!و)\w+(?:\s+(?:ال\w+|بن\s+\w+)){0,3}"
    r"|(?<!\w)(?:شارع|زنقة|نهج|درب)\s+\w+(?:\s+\w+){0,2}\s*،?\s+رقم\s*\d{1,4}"
)
# In Spanish, "the street so-and-so, 12" is a place of the town unless somebody says that they live there.
THE = re.compile(r"\b(?:el|la|los|las)\s+$", re.IGNORECASE)
HOME = re.compile(
    r"\b(?:viv\w+|resid\w+|domicili\w+|direcci[óo]n|mi|mis|casa|tra[ei]\w*|llev\w+|entreg\w+|env[ií]\w+)\b",
    re.IGNORECASE,
)
NEAR = 60  # characters
FIGURE = re.compile(r"\d")


STREETS = {  # words that the patterns hold: looked for first, since most texts have none
    FRENCH: ("rue ", "aven", "av.", "boul", "bd", "place ", "chemin", "impas", "all", "route", "quai", "cours",
             "square", "faub", "passage", "sidence", "lotis"),
    FRENCH_SMALL: ("rue ", "aven", "boul", "bd ", "impas", "all"),
    ENGLISH: ("Street", "St", "Road", "Rd", "Lane", "Ave", "Drive", "Close", "Cresc", "Court", "Gard", "Terr", "Place",
              "Square", "Row", "Grove", "Way"),
    ITALIAN: ("via", "vial", "v.le", "piazz", "p.za", "corso", "largo", "vicolo", "strada", "contr"),
}  # fmt: skip
CALLES = (
    "calle",
    "c/",
    "aven",
    "avda",
    "av.",
    "plaza",
    "pza",
    "paseo",
    "camino",
    "carret",
    "ronda",
    "traves",
    "gloriet",
)


def found(text: str) -> Iterator[Found]:
    low = text.lower()
    if "号" in text:
        yield from each_of("address", CHINESE, text)
    if not FIGURE.search(text):
        return
    if any(street in text for street in ("شارع", "زنقة", "نهج", "درب")):
        yield from each_of("address", ARABIC, text)
    for pattern, words in STREETS.items():
        if any(word in (text if pattern is ENGLISH else low) for word in words):
            yield from each_of("address", pattern, text)
    if any(word in low for word in CALLES):
        yield from (
            Found("address", *match.span()) for match in SPANISH.finditer(text) if _is_home(text, match.start())
        )


def _is_home(text: str, start: int) -> bool:
    before = text[max(0, start - NEAR) : start]
    return not THE.search(before) or bool(HOME.search(before))
