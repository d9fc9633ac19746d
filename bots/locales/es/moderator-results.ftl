# Orden del día y resumen: borrador, publicación entre dos.
moderator-agenda-none = Aún no hay orden del día de «{ $theme }»: hacen falta preguntas admitidas.
moderator-summary-none = Aún no hay resumen de «{ $theme }»: hacen falta aportaciones admitidas.
moderator-agenda-draft = 📋 <b>Orden del día de «{ $theme }»</b> — borrador
moderator-summary-draft = 📝 <b>Resumen de «{ $theme }»</b> — borrador
moderator-agenda-requested = 📋 <b>Orden del día de «{ $theme }»</b>, tal como se publicaría
moderator-summary-requested = 📝 <b>Resumen de «{ $theme }»</b>, tal como se publicaría
moderator-draft-behind = ⏳ El cálculo lleva su tiempo: esta es la última versión conocida.
moderator-draft-changed = 🔄 El borrador ha cambiado entretanto. Este es el nuevo: léalo.
moderator-draft-publish = Esto es lo que se publicaría. ¿Lo hacemos? Otra persona lo confirmará.
moderator-draft-later = La fase «{ $phase }» aún no permite publicar: se puede a partir de la deliberación.
moderator-draft-file = El documento entero
moderator-draft-translation = Lo que leerán quienes leen { $spoken }
moderator-button-publish = 📣 Publicar exactamente esto
moderator-publish-requested = ✅ Pedido: { $what ->
        [agenda] el orden del día
       *[summary] el resumen
    } de «{ $theme }» será público cuando una de estas personas lo confirme: { $names }.
moderator-publish-alone = ✅ Pedido, pero no hay nadie más que confirme: { $what ->
        [agenda] el orden del día
       *[summary] el resumen
    } de «{ $theme }» espera. Invite a alguien: /invite
moderator-confirm-question = ¿Confirma que se publique?
moderator-confirm-nothing = { $version ->
        [0] Es su propia petición: debe confirmarla otra persona.
       *[other] Está publicado (versión { $version }).
    }
moderator-published = 📣 Publicado: { $what ->
        [agenda] el orden del día
       *[summary] el resumen
    } de «{ $theme }», versión { $version }. Se avisa a todos los autores.
moderator-agenda-reasons = <b>Por qué</b>
moderator-agenda-reason = <b>{ $rank }. { $title }</b>
    { $why }
moderator-agenda-left-out = • <b>{ $title }</b> ({ $supporters ->
        [one] una persona
       *[other] { $supporters } personas
    }) <i>{ $refs }</i>
    { $why }
