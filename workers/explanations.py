"""Why an item is on the agenda or not, in a sentence, in the instance's language."""

WHY = {
    "bought": {
        "fr": "{supporters} personnes le demandent ; leurs parts de temps le paient.",
        "en": "{supporters} people ask for it; their shares of the time pay for it.",
        "it": "Lo chiedono {supporters} persone; le loro quote di tempo lo pagano.",
        "es": "Lo piden {supporters} personas; sus partes de tiempo lo pagan.",
        "zh": "{supporters} 人提出此议题，由他们的时间份额支付。",
        "ar": "يطلبه {supporters} شخصًا، وحصصهم من الوقت تكفي له.",
    },
    "filled": {
        "fr": "Il restait du temps : c’est le sujet le plus soutenu qui y tenait ({supporters} personnes).",
        "en": "Time was left: of what still fitted, this had the most support ({supporters} people).",
        "it": "Restava del tempo: tra ciò che ci stava, è il più sostenuto ({supporters} persone).",
        "es": "Quedaba tiempo: de lo que cabía, es lo más apoyado ({supporters} personas).",
        "zh": "尚有剩余时间：在可容纳的议题中支持者最多（{supporters} 人）。",
        "ar": "بقي وقت: هذا هو الأكثر تأييدًا مما يتسع له ({supporters} شخصًا).",
    },
    "missed": {
        "fr": "Il a manqué {short} minutes ; {more} soutiens de plus auraient suffi.",
        "en": "It missed by {short} minutes; {more} more supporters would have sufficed.",
        "it": "Sono mancati {short} minuti; sarebbero bastati {more} sostenitori in più.",
        "es": "Faltaron {short} minutos; habrían bastado {more} apoyos más.",
        "zh": "差 {short} 分钟；再有 {more} 位支持者即可入选。",
        "ar": "نقصه {short} دقيقة؛ كان يكفي {more} مؤيدين إضافيين.",
    },
}


def why(reason: str, language: str, **params: object) -> str:
    return WHY[reason][language].format(**params)
