# Lo que se dice de una decisión recurrida y de un texto retirado.
notice-appeal-upheld = ⚖️ Otra persona ha vuelto a leer <b>{ $ref }</b>: la decisión se mantiene, artículo { $article } de la carta: { $reason }
    Puede escribirla de otra manera y enviarla de nuevo.
notice-appeal-overturned = ⚖️ Otra persona ha vuelto a leer <b>{ $ref }</b> y le da la razón: está publicada, todo el mundo puede leerlo.
notice-removed = <b>{ $ref }</b> ya no está publicada: dos personas la han retirado según el artículo { $article } de la carta: { $reason }
    Puede escribirla de otra manera o pedir que la mire otra persona.
notice-removal-undone = ✅ <b>{ $ref }</b> vuelve a estar publicada: se ha anulado su retirada.
notice-removal-requested = Alguien del equipo pide retirar <b>{ $ref }</b>, que está publicada, según el artículo { $article } de la carta. Hace falta una segunda persona: léala y decida.
button-amend = ✏️ Escribirla de otra manera
button-appeal = ⚖️ Recurrir
notice-appeals = ⚖️ { $count ->
    [one] Un recurso espera
   *[other] { $count } recursos esperan
} la decisión de una persona distinta de quien decidió primero: /queue
