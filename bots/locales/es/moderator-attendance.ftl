# El día de la sesión: necesidades, entrada, asistencia.
moderator-menu-checkin = Registrar a quien llega
moderator-menu-attendance = Cuántas personas vinieron
moderator-button-check-in = 🚪 Entrada
moderator-button-attendance = 🔢 Asistencia
moderator-button-refresh = 🔄 Mirar de nuevo
moderator-button-walk-in = ➕ Vino sin inscripción
moderator-button-walk-in-less = ➖ Una menos
moderator-button-room-code = 🖼 Código de la sala
moderator-needs = 🤝 Lo que hace falta ({ $count }):
moderator-need = <code>{ $sign }</code> { $text }
moderator-no-door = Ninguna entrada está abierta: se registra a quien llega desde el día de la sesión hasta el siguiente. /signups muestra las sesiones.
moderator-door =
    🚪 <b>{ $ref } · { $title }</b>
    Escriba aquí, uno tras otro, el código que le muestren, o escanee la imagen de su teléfono.
    O muestre a todos el código de la sala: <code>{ $code }</code>. Quien lo tenga lo escribe { $bot ->
        [none] al bot de los ciudadanos
       *[other] a @{ $bot }
    }.
moderator-attendance =
    👥 Presentes: { $present }
    { $came } de { $signed } personas con plaza, { $walkins } sin ella; ausentes: { $absent }
moderator-attendance-of =
    🔢 <b>{ $ref } · { $title }</b>
    🕑 { $when }
moderator-attendance-file = Las cifras, sin personas.
moderator-arrived = ✅ <code>{ $sign }</code> está aquí: { $title }. { $present ->
        [one] Hay una persona presente.
       *[other] Hay { $present } personas presentes.
    }{ $seat ->
        [yes] {""}
       *[no] {" "}⚠️ Está en la lista de espera: mire si hay plaza.
    }
moderator-arrived-already = <code>{ $sign }</code> ya está registrado: { $title }. { $present ->
        [one] Hay una persona presente.
       *[other] Hay { $present } personas presentes.
    }
moderator-sign-unknown = Nadie inscrito en una sesión de hoy tiene el código «{ $sign }». Léalo de nuevo, o cuente a la persona con ➕ en /checkin.
moderator-attendance-undone = ↩ <code>{ $sign }</code> ya no se cuenta.
moderator-room-code = { $title }: escanee esto, o escriba { $code } al bot.
moderator-room-code-later = El bot de los ciudadanos, adonde lleva esta imagen, no dice ahora su nombre: inténtelo de nuevo dentro de un minuto. El código de la sala ya vale: { $code }
moderator-refused-door-closed = La entrada de «{ $title }» no está abierta: se registra a quien llega desde el día de la sesión hasta el siguiente.
moderator-refused-not-there = Esta persona no está registrada en «{ $title }».
moderator-refused-no-walk-in = No se cuenta a nadie sin inscripción en «{ $title }».
moderator-refused-stranger = Esta persona fue borrada y ya no participa: cuéntela con ➕ en /checkin.
