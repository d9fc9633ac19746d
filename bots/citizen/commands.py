"""The commands, their names in each language, and how a message or a button becomes a wish.

Telegram's menu takes Latin letters only; Chinese and Arabic names work when they are typed.
"""

from dataclasses import dataclass
from functools import cache

from events.base import NUL

ENGLISH = (
    "themes",
    "ask",
    "opinion",
    "vote",
    "questions",
    "sessions",
    "live",
    "mine",
    "agenda",
    "summary",
    "map",
    "trace",
    "language",
    "notifications",
    "mydata",
    "help",
    "privacy",
    "forget",
    "cancel",
)

NAMES = {
    "fr": "thematiques question avis voter questions seances direct mes_contributions ordre_du_jour synthese carte "
    "suivi langue notifications mes_donnees aide confidentialite effacer annuler",
    "it": "temi domanda opinione vota domande incontri in_diretta miei_contributi ordine_del_giorno sintesi mappa "
    "traccia lingua notifiche miei_dati aiuto riservatezza dimentica annulla",
    "es": "temas preguntar opinar votar preguntas sesiones en_vivo mis_aportes orden_del_dia resumen mapa seguir "
    "idioma notificaciones mis_datos ayuda privacidad olvidar cancelar",
    "zh": "主题 提问 意见 投票 问题 活动 现场 我的 议程 摘要 地图 追踪 语言 通知 我的数据 帮助 隐私 忘记我 取消",
    "ar": "المواضيع سؤال رأي تصويت الأسئلة الجلسات مباشر مساهماتي جدول_الأعمال ملخص خريطة تتبع "
    "اللغة الإشعارات بياناتي مساعدة الخصوصية انسوني إلغاء",
}
TYPED_ONLY = frozenset({"zh", "ar"})
TO_WISH = "go-"  # begins the payload of a link that names a command: t.me/bot?start=go-ask
ALSO = {
    "home": "home",
    "menu": "home",
    "start": "start",
    **dict.fromkeys(("aboutme", "a_mon_sujet", "su_di_me", "sobre_mi", "关于我", "عني"), "aboutme"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants: `/ask` with the words behind it, or a button (`qs`) with its arguments.

    A button `go:ask:meat` is the wish `/ask` with the argument `meat`; plain words are the wish `text`.
    """

    name: str
    words: str = ""
    args: tuple[str, ...] = ()
    data: str = ""

    @property
    def is_command(self) -> bool:
        return self.name.startswith("/")

    def arg(self, index: int) -> str:
        """Return an argument of a button, or nothing: data from outside may have any shape."""
        return self.args[index] if index < len(self.args) else ""


@cache
def aliases() -> dict[str, str]:
    """Return every name of every command, in every language, with its English name."""
    localised = {
        name: english for names in NAMES.values() for name, english in zip(names.split(), ENGLISH, strict=True)
    }
    return {**localised, **{name: name for name in ENGLISH}, **ALSO}


def menu_names(language: str) -> dict[str, str]:
    """Return the commands of the menu in one language: English name → name shown."""
    if language in NAMES and language not in TYPED_ONLY:
        return dict(zip(ENGLISH, NAMES[language].split(), strict=True))
    return {name: name for name in ENGLISH}


def typed(text: str) -> Wish:
    """Return the wish in a text message; an unknown command is the wish `/?`."""
    text = text.replace(NUL, "")
    if not text.startswith("/"):
        return Wish("text", words=text)
    first, *words = text.split(maxsplit=1)
    english = aliases().get(first[1:].partition("@")[0].lower())
    return Wish(f"/{english or '?'}", words="".join(words).strip())


def tapped(data: str) -> Wish:
    """Return the wish in a button's data; whatever it holds may be forged."""
    name, *args = data.replace(NUL, "").split(":")
    if name == "go" and args and args[0] in aliases():
        return Wish(f"/{aliases()[args[0]]}", args=tuple(args[1:]), data=data)
    return Wish(name, args=tuple(args), data=data)
