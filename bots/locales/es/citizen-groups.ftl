# En un grupo, y lo que no son palabras.
citizen-group-hello = ¡Hola! Llevo preguntas y opiniones a los debates públicos de { $city }. Aquí entiendo /ask y /themes; todo lo demás se hace en privado, donde nadie más lee.
citizen-group-private = Esto queda entre nosotros dos: sigamos en privado.
citizen-group-stranger = Para participar necesito su consentimiento una vez, en privado: basta un toque. Después escríbame allí.
citizen-group-asked = Anotado. Le he respondido en nuestra conversación privada.
citizen-button-private = 💬 Seguir en privado
citizen-words-only = { $kind ->
        [voice] No puedo escuchar grabaciones.
        [picture] No puedo ver imágenes ni vídeos.
        [sticker] ¡Qué bonito! Pero no sé leerlo.
        [place] No he guardado este lugar.
        [file] No abro archivos.
        [contact] No he guardado este contacto y nadie lo ha visto.
       *[other] Esto no sé leerlo.
    } Solo puedo leer palabras escritas: escríbame lo que quiera decir.
citizen-forwarded = Estas palabras son de otra persona, así que no las he recogido. ¿Y usted qué piensa? Escríbalo con sus palabras.
