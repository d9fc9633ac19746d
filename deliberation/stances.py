"""The small words of six languages, and those that turn a sentence, such as not, less, against, some, only.

A text and its rewording must turn the same way; `*` stands for any ending. All is compared folded (similarity.fold).
"""

import re
from collections import Counter
from functools import cache, lru_cache

from deliberation.letters import fold

TURNS = {
    "fr": {
        "not": "pas non sans jamais aucun aucune ni nul nulle rien guere inutile* impossible*",
        "less": "moins redui* reduc* diminu* baiss* moindre*",
        "more": "plus davantage augment* accroi* hauss*",
        "against": "contre oppos* refus* hostile*",
        "for": "favorable* soutenir soutien soutiens soutenons soutient soutiennent",
        "ban": "interdi* supprim* bannir banni* abol* arret*",
        "allow": "autoris* permet* permis*",
        "open": "ouvr* ouvert*",
        "close": "fermer fermez fermons fermeture* fermera ferment",
        "keep": "garder garde gardez gardons conserv* maintenir maintien maintenons maintenez",
        "some": "certain certains certaine certaines quelque quelques parfois souvent rarement peut_etre "
        "presque environ",
        "each": "chaque chacun*",
        "all": "tous toutes tout toute toujours unanim* partout personne",
        "most": "majorit* plupart minorit*",
        "many": "beaucoup nombreu*",
        "few": "peu",
        "good": "bien bon bons bonne* mieux meilleur*",
        "bad": "mal mauvais* pire*",
        "rather": "prefer* plutot lieu remplac* place",
        "only": "seulement uniquement seul* sauf",
        "if": "si sinon s_il s_ils",
        "too": "trop assez tres vraiment",
        "before": "avant",
        "after": "apres depuis",
        "must": "obligat* oblig* impos* doit doivent devons faut",
        "may": "peut peuvent pourrait pourraient pouvons pourrons devrait devraient faudrait",
    },
    "en": {
        "not": "not no never without none nothing nor neither cannot impossible*",
        "less": "less fewer reduc* lower* decreas* cut cuts least",
        "more": "more increas* rais* higher",
        "against": "against oppos* refus* reject*",
        "for": "favour* favor* support*",
        "ban": "ban bans banned forbid* prohibit* stop stops abolish* remov*",
        "allow": "allow* permit* authori*",
        "open": "open opens opened opening",
        "close": "close closes closed closing closure shut*",
        "keep": "keep keeps kept maintain* preserv* retain*",
        "some": "some sometimes often rarely maybe perhaps certain several almost about",
        "each": "each every",
        "all": "all everyone everybody nobody always everywhere unanim* any anyone",
        "most": "majorit* most minorit*",
        "many": "many much lots",
        "few": "few little",
        "good": "good well better best",
        "bad": "bad badly worse worst wrong",
        "rather": "prefer* rather instead than replac*",
        "only": "only just except unless",
        "if": "if whether",
        "too": "too very enough really",
        "before": "before",
        "after": "after since",
        "must": "must oblig* compulsory mandatory forc*",
        "may": "may might can could should would",
    },
    "it": {
        "not": "non senza mai nessun* niente nulla ne impossibil*",
        "less": "meno ridu* riduz* diminu* abbass* minore",
        "more": "piu aument* maggiore*",
        "against": "contro contrar* rifiut* oppo* respin*",
        "for": "favorevol* sosten* sostien*",
        "ban": "viet* proib* abol* elimin* fermare fermiamo",
        "allow": "permett* permess* autorizz* consent*",
        "open": "apr* apert*",
        "close": "chiud* chius*",
        "keep": "mantener* manteng* manten* conserv* tener* teniamo",
        "some": "alcun* qualche talvolta spesso raramente forse quasi certi certe circa",
        "each": "ogni ognuno ciascun*",
        "all": "tutti tutte tutto tutta sempre ovunque unanim*",
        "most": "maggioran* minoran*",
        "many": "molti molte molto",
        "few": "pochi poche poco",
        "good": "bene buon* meglio migliore*",
        "bad": "male cattiv* peggio*",
        "rather": "prefer* piuttosto invece sostitu*",
        "only": "solo soltanto solamente tranne",
        "if": "se",
        "too": "troppo troppa troppi troppe assai abbastanza",
        "before": "prima",
        "after": "dopo",
        "must": "deve devono dobbiamo obblig* bisogna",
        "may": "puo possono possiamo potrebbe* dovrebbe* bisognerebbe",
    },
    "es": {
        "not": "no sin nunca ningun* jamas nada ni tampoco imposibl*",
        "less": "menos reduc* reduz* disminu* baj* menor*",
        "more": "mas aument* mayor mayores",
        "against": "contra opon* rechaz* opuest*",
        "for": "favor* apoy*",
        "ban": "prohib* elimin* abol* suprim*",
        "allow": "permit* autoriz*",
        "open": "abr* abiert*",
        "close": "cerr* cierr*",
        "keep": "manten* conserv* guard*",
        "some": "algun* a_veces menudo quiza* tal_vez ciert* casi",
        "each": "cada",
        "all": "todos todas todo toda siempre unanim*",
        "most": "mayoria minoria",
        "many": "mucho mucha muchos muchas",
        "few": "poco poca pocos pocas",
        "good": "bien buen* mejor*",
        "bad": "mal malo* mala malas peor*",
        "rather": "prefer* prefier* vez lugar sustitu* reemplaz*",
        "only": "solo solamente unicamente salvo",
        "if": "si",
        "too": "demasiad* muy bastante",
        "before": "antes",
        "after": "despues desde",
        "must": "deb* obliga* hay_que tiene_que tienen_que",
        "may": "pued* podr* deberia*",
    },
    "zh": {
        "not": "不 没 沒 无 無 勿 未 非 否 别 別",
        "less": "少 减 降 低",
        "more": "更 增 多 加",
        "against": "反 拒",
        "for": "赞成 支持",
        "ban": "禁 取消 停止 废",
        "allow": "允许 准许 许可",
        "open": "开 開",
        "close": "关 關 闭",
        "keep": "保留 保持 维持",
        "some": "有些 有时 也许 可能 一些 某 几",
        "each": "每",
        "all": "所有 全 都 一致 总是 大家 人人",
        "most": "多数 少数 大部分",
        "many": "很多 许多",
        "few": "很少",
        "good": "好 优",
        "bad": "坏 差 糟",
        "rather": "而不是 宁 比 代替 换",
        "only": "只 仅 除",
        "if": "如果 要是 假如",
        "too": "太 很 非常 过",
        "before": "前",
        "after": "后",
        "must": "必 须 得 应 该 要",
        "may": "可 能",
    },
    "ar": {
        "not": "لا لن لم ليس ليست بدون دون غير عدم ما",
        "less": "اقل تقليل* خفض تخفيض نقلل نخفض خفف* تقلل*",
        "more": "اكثر زياده* مزيد* نزيد رفع",
        "against": "ضد رفض* نرفض معارض*",
        "for": "مع تاييد دعم* ندعم",
        "ban": "منع* حظر* الغاء ايقاف وقف",
        "allow": "سماح* نسمح تسمح يسمح",
        "open": "فتح* نفتح تفتح",
        "close": "اغلاق* نغلق تغلق اغلق*",
        "keep": "ابقاء* نبقي حفاظ* نحافظ",
        "some": "بعض احيانا ربما قد غالبا تقريبا",
        "all": "كل جميع* دايما كافه جميعا",
        "most": "معظم اغلب* اكثريه اقليه",
        "many": "كثير*",
        "few": "قليل*",
        "good": "جيد* حسن احسن افضل",
        "bad": "سيي* اسوا",
        "rather": "بدل* يفضل افضل نفضل عوض*",
        "only": "فقط الا",
        "if": "اذا لو ان",
        "too": "جدا كثيرا",
        "before": "قبل",
        "after": "بعد",
        "must": "يجب ينبغي لازم اجبار*",
        "may": "يمكن ممكن",
    },
}
# Who speaks: a rewording may leave it out, and may not lay it into other mouths.
SPEAKERS = {
    "fr": {"we": "nous notre nos", "i": "je j moi mon ma mes me m", "you": "vous votre vos tu toi ton ta tes te",
           "they": "ils elles eux leur leurs"},
    "en": {"we": "we us our ours", "i": "i my me mine", "you": "you your yours", "they": "they them their theirs"},
    "it": {"we": "noi nostr*", "i": "io mio mia miei mie mi me", "you": "voi vostr* tu tuo tua tuoi tue te",
           "they": "loro essi esse"},
    "es": {"we": "nosotr* nuestr*", "i": "yo mi mis me", "you": "usted* vosotr* vuestr* tu tus", "they": "ellos ellas"},
    "zh": {"we": "我们 咱", "i": "我", "you": "你 您", "they": "他们 她们 它们"},
    "ar": {"we": "نحن", "i": "انا", "you": "انت انتم", "they": "هم هن"},
}  # fmt: skip
# Of these a translation may say none that its source does not say.
CLAIMS = ("all", "most", "only")
# What can be told across languages with little doubt: both sides say it, or neither.
SHARED = ("not", "less", "against", "ban", "close")
# How many words of meaning, at most, tell what a turn is about.
REACH = {"not": 1, "less": 2, "more": 2, "against": 1, "ban": 2, "allow": 2, "some": 2, "all": 2, "only": 1, "close": 2}
NEVER_MORE = re.compile(r"(\bn(?:e)?(?: \w+){1,4}? )plus\b")  # in French “plus” alone is more
NOT = ((r"\bcan['’]t\b", "can not"), (r"\bwon['’]t\b", "will not"), (r"n['’]t\b", " not"))  # as English shortens it
CLAUSE = re.compile(r"[.,;:!?…،؛؟。，；：！？()\n]|\b(?:mais|et|but|and|ma|ed?|pero|sino|y|لكن|ولكن)\b|而是|但")
ASKING = {
    "fr": "comment pourquoi qui que quoi quand ou combien quel quelle quels quelles lequel laquelle est_ce",
    "en": "how why who what when where which whose",
    "it": "come perche chi cosa quando dove quanto quanta quanti quante quale quali",
    "es": "como por_que quien quienes que cuando donde cuanto cuanta cuantos cuantas cual cuales",
    "zh": "如何 怎么 怎样 为什么 谁 哪 什么时候 多少",
    "ar": "كيف لماذا هل متي اين من ماذا كم",
}
QUESTION = re.compile(r"[?？؟]")
SMALL = {
    "fr": "le la les l un une des du de d au aux et ou ou mais donc car or que qu qui quoi dont lequel "
    "laquelle lesquels "
    "ce cet cette ces c ca cela on il elle ils elles je j tu nous vous se s sa son ses leur leurs mon ma mes ton ta "
    "tes notre nos votre vos me m te t lui eux en y dans sur sous par pour avec chez vers entre comme quand comment "
    "pourquoi quel quelle quels quelles combien est sont etre a ont avoir sera seront soit soient etait avait ete ai "
    "as avons avez es sommes etes est ce aussi ainsi alors puis ne n afin lors pendant jusque jusqu "
    "parce puisque "
    "meme memes autre autres tel telle ici la fois fait faire font fais faites va vont aller",
    "en": "the a an of to in on for with and or is are be been being was were am do does did done doing we "
    "you they it i "
    "he she this that these those what how why when where who whom which our your their its his her my me us "
    "them him "
    "as at by from into than then there here so but because while also such will shall s t re ve ll d m have has had "
    "having make makes made let lets get gets own other same one",
    "it": "il lo la le gli i l un uno una un di a da in con su per tra fra e ed o ma che chi cui del dello della dei "
    "degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul sullo "
    "sulla sui sugli sulle d c ci vi si mi ti lui lei noi voi loro io tu essere sono e sia siano era ha hanno avere "
    "abbiamo ho questo questa questi queste quello quella quelli quelle come quando perche dove quanto quale quali "
    "anche cosi suo sua suoi sue mio mia nostro nostra vostro stato stata fare fa fanno altro altra altri",
    "es": "el la los las un una unos unas de del a al en con por para y e o u pero que quien quienes cual "
    "cuales lo le "
    "les se me te nos os su sus mi mis tu tus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos "
    "esas eso esto yo ella ellos ellas nosotros usted ustedes ser es son sea sean era fue ha han haber hay he hemos "
    "estar esta estan como cuando donde cuanto cuanta cuantos porque que asi tambien hacer hace hacen otro "
    "otra otros "
    "entre sobre hasta desde",
    "zh": "的 了 是 在 和 与 及 也 就 我 们 你 他 她 它 这 那 把 被 让 给 对 "
    "从 到 向 为 以 于 之 其 而 或 且 吗 呢 吧 啊 个 着 等 所 使 由 并 将 请 一 点 "
    "什 么 怎 样 哪 谁 些 里 上 中 下",
    "ar": "في من الي علي عن هل كيف و ف ب ل ك هذا هذه ذلك تلك هو هي هم نحن انا انت التي الذي الذين ثم او ان اي "
    "ماذا لماذا "
    "متي اين كما حتي بين عند لدي هناك كان كانت يكون تكون نكون اذ منذ خلال به بها له لها لهم لنا فيه فيها عليه "
    "عليها منه "
    "منها هنا حيث عبر نحو ايضا كي لكي",
}


def plain(text: str, language: str) -> str:
    """Return the folded text with its negations as words of their own."""
    if language == "en":
        for short, long in NOT:
            text = re.sub(short, long, text, flags=re.IGNORECASE)
    folded = fold(text)
    return NEVER_MORE.sub(r"\1jamais", folded) if language == "fr" else folded


def words(text: str, language: str) -> list[str]:
    """Return the words of a text, folded; in Chinese its characters."""
    folded = plain(text, language)
    return list(folded.replace(" ", "")) if language == "zh" else folded.split()


def turns(text: str, language: str) -> Counter[str]:
    """Count what turns a text, by kind; a kind that is not there is 0."""
    folded = plain(text, language)
    return Counter({kind: len(pattern.findall(folded)) for kind, pattern in _patterns(language).items()})


def asks(text: str, language: str) -> bool:
    """Say whether a text is a question: by its mark, or by its first word where people leave the mark out."""
    first = re.compile(_pattern(ASKING[language].split(), language).pattern)
    return bool(QUESTION.search(text) or first.match(plain(text, language)))


def speakers(text: str, language: str) -> set[str]:
    """Return who speaks, or is spoken of without a name: we, i, you, they."""
    folded = plain(text, language)
    return {who for who, pattern in _speaking(language).items() if pattern.search(folded)}


def turned(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what each turn is about: the words of meaning that follow it in its clause, or else those before it."""
    found = []
    for clause in CLAUSE.split(text.casefold()):
        told = words(clause, language)
        for at, word in enumerate(told):
            for kind in kinds_of(word, language) & REACH.keys():
                reach = REACH[kind] * (2 if language == "zh" else 1)
                after, before = _meant(told[at + 1 :], language), _meant(told[:at][::-1], language)
                found.append((kind, tuple((after or before)[:reach])))
    return found


def _meant(told: list[str], language: str) -> list[str]:
    modal = {"must", "may", "not", "too"}
    return [word for word in told if not is_small(word, language) and not kinds_of(word, language) & modal]


def is_small(word: str, language: str) -> bool:
    """Say whether a folded word (in Chinese a character) carries no meaning by itself."""
    return word in _small(language)


@lru_cache(maxsize=8192)
def kinds_of(word: str, language: str) -> frozenset[str]:
    """Return the kinds of turns that a folded word makes."""
    return frozenset(kind for kind, pattern in _patterns(language).items() if pattern.search(word))


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(fold(SMALL[language]).split())


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    return {kind: _pattern(words.split(), language) for kind, words in TURNS[language].items()}


@cache
def _speaking(language: str) -> dict[str, re.Pattern[str]]:
    return {who: _pattern(words.split(), language) for who, words in SPEAKERS[language].items()}


def _pattern(words: list[str], language: str) -> re.Pattern[str]:
    forms = "|".join(_form(word) for word in words)
    if language == "zh":
        return re.compile(forms)
    before = "(?:وال|بال|ال|لل|[وفبل])?" if language == "ar" else ""
    return re.compile(rf"\b{before}(?:{forms})\b")


def _form(word: str) -> str:
    """Return a word as a pattern: `*` any letters, `_` the space between two words."""
    return word.replace("*", r"\w*").replace("_", " ")
