# Un mensaje a quienes participan en un tema.
moderator-menu-broadcast = Escribir a todos los participantes
moderator-button-broadcast = 📣 Mensaje a todos
moderator-broadcast-ask = 📣 ¿Qué quiere decir a quienes participan en «{ $theme }»? Escriba el mensaje, de { $most } caracteres como máximo.
moderator-broadcast-nobody = Nadie participa todavía en «{ $theme }» por el bot: no hay a quién escribir.
moderator-slip-broadcast-long = Un mensaje tiene { $most } caracteres como máximo; este tiene { $length }. Acórtelo o escriba /cancel.
moderator-slip-broadcast-empty = Este mensaje no dice nada: hacen falta algunas palabras. Escríbalo o escriba /cancel.
moderator-broadcast-ready = 👆 Esto es lo que leerá cada persona, la primera línea en su idioma, con este botón: «{ $mute }».
    👥 Destinatarios: <b>{ $recipients }</b>
    ⏱ { $minutes ->
        [one] Tarda más o menos un minuto.
       *[other] Tarda más o menos { $minutes } minutos.
    } Lo que ya salió no se puede recuperar; lo que aún no ha salido se puede detener.
moderator-broadcast-night = 🌙 Entre las 21 y las 8 h no sale nada: el envío empezará a las 8 h.
moderator-button-broadcast-send = 📣 Enviar ({ $recipients })
moderator-button-broadcast-leave = No enviar
moderator-broadcast-left = De acuerdo: no se envía nada.
moderator-broadcast-gone = Este mensaje ya no está en espera: vuelva a empezar con /broadcast.
moderator-broadcast-progress = { $state ->
        [going] 📣 <b>{ $theme }</b>: envío en curso.
        [night] 🌙 <b>{ $theme }</b>: de noche no sale nada; el envío sigue a las 8 h.
        [stopped] ⏹ <b>{ $theme }</b>: envío detenido.
       *[done] ✅ <b>{ $theme }</b>: envío terminado.
    }
    { $sent } de { $recipients } enviados, { $unreachable ->
        [1] una persona ilocalizable
       *[other] { $unreachable } ilocalizables
    }{ $failed ->
        [0] {""}
       *[other] , { $failed } sin éxito
    }
moderator-button-broadcast-stop = ⏹ Detener
moderator-button-broadcast-progress = 🔄 ¿Cómo va?
moderator-button-broadcast-new = ✏️ Otro mensaje
moderator-refused-unknown-broadcast = Este mensaje no existe. Vuelva a empezar con /broadcast.
