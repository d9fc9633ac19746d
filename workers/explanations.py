"""Why an item is on the agenda or not, in a sentence, in the instance's language."""

# Counts stand behind a colon, so that one and many read well in every language.
WHY = {
    "bought": {
        "fr": "Personnes qui le demandent : {supporters}. Leurs parts de temps le paient.",
        "en": "People who ask for it: {supporters}. Their shares of the time pay for it.",
        "it": "Persone che lo chiedono: {supporters}. Le loro quote di tempo lo pagano.",
        "es": "Personas que lo piden: {supporters}. Sus partes de tiempo lo pagan.",
        "zh": "提出此议题的人数：{supporters}。由他们的时间份额支付。",
        "ar": "عدد من يطلبونه: {supporters}. حصصهم من الوقت تكفي له.",
    },
    "filled": {
        "fr": "Il restait du temps : de ce qui y tenait, c’est le sujet le plus soutenu. Soutiens : {supporters}.",
        "en": "Time was left: of what still fitted, this had the most support. Supporters: {supporters}.",
        "it": "Restava del tempo: tra ciò che ci stava, è il più sostenuto. Sostegni: {supporters}.",
        "es": "Quedaba tiempo: de lo que cabía, es lo más apoyado. Apoyos: {supporters}.",
        "zh": "尚有剩余时间：在可容纳的议题中支持最多。支持人数：{supporters}。",
        "ar": "بقي وقت: هذا هو الأكثر تأييدًا مما يتسع له. عدد المؤيدين: {supporters}.",
    },
    "missed": {
        "fr": "Temps qui a manqué : {short} min. Soutiens de plus qui auraient suffi : {more}.",
        "en": "Time that was missing: {short} min. Further supporters that would have sufficed: {more}.",
        "it": "Tempo mancante: {short} min. Sostegni in più che sarebbero bastati: {more}.",
        "es": "Tiempo que faltó: {short} min. Apoyos más que habrían bastado: {more}.",
        "zh": "所差时间：{short} 分钟。再需支持人数：{more}。",
        "ar": "الوقت الناقص: {short} دقيقة. مؤيدون إضافيون كانوا يكفون: {more}.",
    },
    "short": {
        "fr": "Temps qui a manqué : {short} min.",
        "en": "Time that was missing: {short} min.",
        "it": "Tempo mancante: {short} min.",
        "es": "Tiempo que faltó: {short} min.",
        "zh": "所差时间：{short} 分钟。",
        "ar": "الوقت الناقص: {short} دقيقة.",
    },
    "pinned": {
        "fr": "Mis à l’ordre du jour par la modération ; pris sur le temps commun. Soutiens : {supporters}.",
        "en": "Put on the agenda by the moderators; its minutes come off the common time. Supporters: {supporters}.",
        "it": "Inserito dalla moderazione; i minuti si tolgono dal tempo comune. Sostegni: {supporters}.",
        "es": "Incluido por la moderación; sus minutos se descuentan del tiempo común. Apoyos: {supporters}.",
        "zh": "由主持团队列入议程，所需时间从公共时间中扣除。支持人数：{supporters}。",
        "ar": "أدرجه المشرفون في جدول الأعمال، ووقته يُخصم من الوقت المشترك. عدد المؤيدين: {supporters}.",
    },
    "dropped": {
        "fr": "Retiré de l’ordre du jour par la modération : {words}",
        "en": "Taken off the agenda by the moderators: {words}",
        "it": "Tolto dall’ordine del giorno dalla moderazione: {words}",
        "es": "Retirado del orden del día por la moderación: {words}",
        "zh": "由主持团队移出议程：{words}",
        "ar": "أزاله المشرفون من جدول الأعمال: {words}",
    },
    "no_room": {
        "fr": "Épinglé par la modération, mais le temps ne suffit pas : d’autres points l’ont été avant.",
        "en": "Pinned by the moderators, but there is not enough time: others were pinned before.",
        "it": "Fissato dalla moderazione, ma il tempo non basta: altri punti lo sono stati prima.",
        "es": "Fijado por la moderación, pero no hay tiempo suficiente: otros puntos se fijaron antes.",
        "zh": "已由主持团队置顶，但时间不足：其他议题置顶在先。",
        "ar": "ثبّته المشرفون، لكن الوقت لا يكفي: ثُبّتت بنود أخرى قبله.",
    },
}


def why(reason: str, language: str, **params: object) -> str:
    return WHY[reason][language].format(**params)
