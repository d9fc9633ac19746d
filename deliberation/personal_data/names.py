"""Names that people give of themselves, in six languages; other people's names need a reader."""

import re
from collections.abc import Iterator

from deliberation.personal_data.spans import Found, each_of

NAME = r"[A-ZÀ-ÞŒŠŽ][\w'’-]+"
MORE = rf"(?:\s+(?:(?:de|da|di|del|della|du|le|la|van|von|el|al|ben|bin)\s+)?{NAME}){{0,3}}"
# In small letters, only a word that the sentence goes on or ends after is a name: "my name is also on the list".
END = r"\s*(?:[,.;:!?)،\n]|$)|\s+(?i:et|and|e|y|je|j['’]\w+|i|i['’]m|io|yo|sono|soy|from|de|da)\b"
NOBODY = "ainsi|comme|pas|plus|fuori|così|a|à|el|la|il|le|lo|on|in|not|the|and|et|e|y"
CALLED = re.compile(
    r"\b(?i:je? ?m['’ ]?appell?e|j['’]m['’]appell?e|je me nomme|mon pr[ée]nom est|my name is|my name['’]s|mi chiamo"
    r"|me llamo)"
    rf"\s+(?!(?i:{NOBODY})\b)({NAME}{MORE}|\w[\w'’-]+(?={END}))"
)
CAPITAL = re.compile(
    r"\b(?i:mon nom est|moi,? c['’]est|je me pr[ée]sente\s?[,:]|il mio nome [èe]'?|mi nombre es|mi presento\s?[,:])"
    rf"\s+({NAME}{MORE})(?![\w'’-]|\s+(?:qui|que|che|who)\b)"
)
IS = re.compile(
    rf"\b(?i:je suis|i['’]?m|i am|sono|soy)\s+({NAME}(?:\s+{NAME}){{1,2}})(?=\s*(?:[,.;:!?\n]|$)|\s+(?:et|and|e|y)\b)"
)
SIGNED = re.compile(
    r"\b(?i:cordialement|bien [àa] vous|salutations|sign[ée]|(?:kind|best) regards|sincerely"
    rf"|(?:cordiali|distinti) saluti|un saludo|saludos|atentamente)\s*[,:.]?\s+({NAME}(?:\s+{NAME}){{1,2}})"
)
FAMILIES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
CHINESE = re.compile(
    rf"(?:我叫|我名叫|我的名字[是叫]|本人姓名[是:：]?)((?:欧阳|司马|上官|诸葛|[{FAMILIES}])[\u4e00-\u9fff]{{1,2}})"
    r"(?=[，。！？；、,.!?;\s]|$)"
)
ARABIC = re.compile(
    r"(?<!\w)(?:[اإ]سمي|أدعى)\s+(?:هو\s+|هي\s+)?(?!(?:لا|ليس|لم|لن|في|من|على|غير|كان|مكتوب|موجود|و\w+)\b)"
    r"((?:عبد\s+ال\w+|أبو\s+\w+|أم\s+\w+|\w{2,})(?:\s+(?:بن|ابن|بنت|ولد|آل)\s+\w+|\s+ال\w+){0,3}"
    r"(?:\s+(?!و)\w+(?=\s*(?:[،؛,.!?\n]|$)))?)"
)
INTRODUCING = (
    "appel", "nomme", "prénom", "prenom", "nom est", "moi", "présente", "presente", "name", "chiamo", "llamo", "nome",
    "nombre es", "presento", "je suis", "i'm", "i’m", "im ", "i am", "sono", "soy",
)  # fmt: skip
CLOSING = ("cordial", "bien ", "salut", "sign", "regards", "sincerely", "saludo", "atentamente")


def found(text: str) -> Iterator[Found]:
    low = text.lower()
    if any(word in low for word in INTRODUCING):
        for pattern in (CALLED, CAPITAL, IS):
            yield from each_of("name", pattern, text, group=1)
    if any(word in low for word in CLOSING):
        yield from each_of("name", SIGNED, text, group=1)
    if "我" in text or "本人" in text:
        yield from each_of("name", CHINESE, text, group=1)
    if "سمي" in text or "أدعى" in text:
        yield from each_of("name", ARABIC, text, group=1)
