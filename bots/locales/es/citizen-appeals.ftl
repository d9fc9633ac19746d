# Escribir de otra manera, recurrir, y de dónde viene lo que se dio en papel.
citizen-amend-prompt = ✏️ Escríbala de nuevo en un solo mensaje, de { $least } a { $most } caracteres. Su primer texto queda como está; el nuevo recibe su propia referencia.
citizen-amend-published = Lo que está publicado sigue así hasta que se admita su nuevo texto. Los votos y los apoyos se quedan con el antiguo: se volverá a preguntar.
citizen-item-anew = La escribió de otra manera: { $ref }.
citizen-appeal-ask = ⚖️ Una persona que no tomó esta decisión volverá a leer su texto. Puede decir por qué, en un mensaje de { $most } caracteres como máximo; solo lo leerá el equipo de moderación. Una decisión se recurre una sola vez.
citizen-button-appeal-bare = ⚖️ Recurrir sin explicación
citizen-appealed = { $others ->
        [0] ⚖️ Anotado para <b>{ $ref }</b>. Quien decidió no puede revisarse a sí mismo, y por ahora no hay nadie más: su recurso espera a una segunda persona. Le contaré qué ocurre.
       *[other] ⚖️ Anotado para <b>{ $ref }</b>: otra persona volverá a leerla y le contaré qué ocurre.
    }
citizen-appeal-open = ⚖️ Ha recurrido esta decisión: otra persona volverá a leerla.
citizen-appeal-upheld = ⚖️ Otra persona la ha vuelto a leer: la decisión se mantiene.
citizen-appeal-overturned = ⚖️ Una decisión anterior se anuló a petición suya.
citizen-slip-reason = Es un poco largo: { $length } caracteres de { $most } como máximo. Acórtelo y envíelo otra vez.
citizen-refused-appealed = Ya recurrió esta decisión sobre { $ref }; solo se puede una vez.
citizen-refused-amend = { $ref } no se puede reescribir así: un texto nuevo conserva su tema y su género.
citizen-trace-paper = 📄 Dada en papel: { $place }
citizen-trace-goes-on = ↪ { $ref } continúa como { $into }:
