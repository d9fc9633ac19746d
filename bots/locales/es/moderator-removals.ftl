# /remove: dos personas retiran lo publicado.
moderator-menu-remove = Retirar lo publicado, entre dos
moderator-ask-remove = ¿Qué hay que retirar? Escriba la referencia, por ejemplo Q-12.
moderator-removals = { $count ->
        [one] <b>Espera una petición de retirar algo:</b>
       *[other] <b>Esperan { $count } peticiones de retirar algo:</b>
    }
moderator-removal-line = • <b>{ $ref }</b> { $text }
moderator-removal-asked = { $others ->
        [0] ✅ Anotado para <b>{ $ref }</b>, pero no hay nadie más que pueda estar de acuerdo: invite a alguien (/invite). Hasta entonces sigue publicada.
        [one] ✅ Pedido: se ha avisado a una persona. Hasta que responda, <b>{ $ref }</b> sigue publicada.
       *[other] ✅ Pedido: se ha avisado a { $others } personas. Hasta que una responda, <b>{ $ref }</b> sigue publicada.
    }
moderator-removal-request = 🗑 Una petición de retirarla, artículo { $number }: { $title }.
moderator-removal-question = ¿Se retira? Se avisa a quien la escribió, que puede recurrir. Los votos se guardan, pero ya no cuentan.
moderator-removal-own = Es su propia petición: debe estar de acuerdo otra persona.
moderator-button-removal-confirm = 🗑 Retirar
moderator-button-removal-drop = Dejarla publicada
moderator-removal-dropped = <b>{ $ref }</b> sigue publicada: la petición queda descartada.
moderator-refused-removal-pending = Ya se ha pedido retirar { $ref }: /remove muestra la petición.
moderator-refused-removal-settled = Esta petición ya tiene su respuesta.
moderator-refused-unknown-removal = No existe esa petición de retirar algo.
