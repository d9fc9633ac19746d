# Mensajes de la ciudad a quienes participan en un tema.
notice-broadcast = 📣 <b>{ $city }</b> · mensaje de la ciudad sobre el tema «{ $theme }»

    { $text }
button-mute = 🔕 No recibir más estos mensajes
citizen-button-unmute = 🔔 Volver a recibirlos
citizen-broadcasts-muted = Anotado: ya no recibirá los mensajes de la ciudad sobre «{ $theme }». Lo que le concierne personalmente le seguirá llegando.
citizen-broadcasts-unmuted = Anotado: volverá a recibir los mensajes de la ciudad sobre «{ $theme }».
citizen-refused-banned = Ya no puede escribir, votar ni apoyar aquí: lo decidió la moderación a raíz de <b>{ $ref }</b>. Puede seguir leyendo todo. Si no está de acuerdo, diríjase al ayuntamiento citando { $ref }: lo revisará otra persona.
