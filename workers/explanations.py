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
}


def why(reason: str, language: str, **params: object) -> str:
    return WHY[reason][language].format(**params)
