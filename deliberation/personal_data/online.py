"""Where to find a person online: e-mail addresses, also those hidden from robots, handles, links to a chat."""

import re
from collections.abc import Iterator

from deliberation.personal_data.spans import Found, each_of

AT_WORD = "arobase|arobas|arobaz|arroba|chiocciola"
DOT_WORD = "dot|point|punto|punkt"
AT = rf"(?:\s?@\s?|\s?[(\[{{<]\s?(?:at|@|{AT_WORD})\s?[)\]}}>]\s?|\s(?:{AT_WORD})\s)"
DOT = rf"(?:\.|\s?[(\[{{]\s?(?:{DOT_WORD}|\.)\s?[)\]}}]\s?|\s(?:{DOT_WORD})\s)"
LETTER = "A-Za-z0-9_\u00c0-\u024f"  # Chinese and Arabic words touch an address without a space
LOCAL = rf"[{LETTER}.+%'’&*/=?^{{|}}~!#$-]{{1,64}}"
EMAIL = re.compile(rf"{LOCAL}{AT}[{LETTER}-]+(?:{DOT}[{LETTER}-]+)+", re.IGNORECASE)
SPELLED = re.compile(rf"{LOCAL}\sat\s[{LETTER}-]+(?:\s(?:{DOT_WORD})\s[{LETTER}-]+)+", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z][\w.]{2,30}\w")
LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:\b(?:t\.me|telegram\.me|wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|m\.me|fb\.me|"
    r"instagram\.com|facebook\.com|tiktok\.com|snapchat\.com|twitter\.com|discord\.gg)/|\btg://)[^\s<>\"»]*[\w/]",
    re.IGNORECASE,
)
# A name on a platform has a figure, a dot or a dash in it: "Facebook : lu hier" names nobody.
ACCOUNT = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|telegram|facebook|fb|twitter|discord|skype|signal|youtube)"
    r"\s?(?::|=|c['’]est|is|è|es)\s?@?(?=[\w.-]*[\d_.-]\w)([A-Za-z][\w.-]{2,29}\w)",
    re.IGNORECASE,
)
WECHAT = re.compile(
    r"微信(?:号码?)?[是为：:\s]{0,3}([A-Za-z][\w-]{5,19})|\bQQ号?[是为：:\s]{0,3}(\d{5,11})", re.IGNORECASE
)
PLATFORMS = (
    "insta",
    "snap",
    "tiktok",
    "telegram",
    "facebook",
    "fb",
    "twitter",
    "discord",
    "skype",
    "signal",
    "youtube",
)
MARKS = ("@", "arob", "arrob", "chiocc", "(at", "[at", "{at", "<at", "( at", "[ at")


def found(text: str) -> Iterator[Found]:
    low = text.lower()
    if any(mark in low for mark in MARKS):
        yield from each_of("email", EMAIL, text)
        yield from each_of("handle", HANDLE, text)
    if " at " in low:
        yield from each_of("email", SPELLED, text)
    if "/" in text:
        yield from each_of("handle", LINK, text)
    if any(platform in low for platform in PLATFORMS):
        yield from each_of("handle", ACCOUNT, text, group=1)
    if "微信" in text or "qq" in low:
        yield from (Found("handle", *match.span(match.lastindex or 0)) for match in WECHAT.finditer(text))
