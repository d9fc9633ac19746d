# Los puntos de un orden del día, a mano; y lo que ya se publicó.
moderator-agenda-items = ✏️ <b>Los puntos de «{ $theme }»</b>: elija uno para fijarlo, retirarlo o darle otro título. 📌 fijado, ✖️ retirado, ▫️ no elegido. Todo lo que cambie es público.
moderator-agenda-item = <b>{ $title }</b>
    { $supporters ->
        [one] Lo pide una persona
       *[other] Lo piden { $supporters } personas
    } <i>{ $refs }</i>
    { $why }
moderator-agenda-item-gone = Este punto ya no está en el borrador. Escriba /agenda para ver el nuevo.
moderator-button-items = ✏️ Cambiar los puntos
moderator-button-pin = 📌 Fijar
moderator-button-drop = ✖️ Retirar…
moderator-button-retitle = ✏️ Título…
moderator-button-unpinned = ↩️ No fijar
moderator-button-undropped = ↩️ No retirar
moderator-button-unretitled = ↩️ Primer título
moderator-ask-agenda-drop = ¿Por qué no debe estar en el orden del día? Escriba la razón en una frase: la leerá todo el mundo.
moderator-ask-agenda-title = ¿Cómo debe llamarse? Escriba el título; el primero seguirá legible al lado.
moderator-slip-agenda-words = Hacen falta de { $least } a { $most } caracteres que digan algo; aquí hay { $length }. Escriba de nuevo, o /cancel.
moderator-agenda-pinned = 📌 Fijado: su tiempo se descuenta primero, y el orden del día lo dice.
moderator-agenda-dropped = ✖️ Retirado: el orden del día lo dice, con su razón.
moderator-agenda-retitled = ✏️ Tiene su nuevo título.
moderator-agenda-undone = ↩️ Como estaba.
moderator-agenda-version = 📋 <b>Orden del día de «{ $theme }»</b>, versión { $version }, publicada el { $when }
moderator-summary-version = 📝 <b>Resumen de «{ $theme }»</b>, versión { $version }, publicada el { $when }
moderator-version-end = Era la versión { $version } de { $last }.
moderator-refused-not-admitted = { $ref } no está publicada: un punto se nombra con una pregunta publicada.
moderator-refused-nothing-to-undo = Aquí ya no hay nada decidido a mano.
