# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> está publicada. Gracias: ahora otras personas pueden verla.
notice-refused = <b>{ $ref }</b> no se ha admitido, según el artículo { $article } de la carta: { $reason }
    Puede reformularla y enviarla de nuevo.
notice-merged = <b>{ $ref }</b> dice lo mismo que <b>{ $into }</b>: se guardan las dos, juntas.
notice-reconsidered = La decisión sobre <b>{ $ref }</b> se revisa: vuelve a estar pendiente de moderación.
notice-seat-offered = 🪑 Ha quedado una plaza libre para usted: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    Se la guardamos hasta el { $until }. ¿La acepta?
notice-seat-expired = ⌛ La plaza que le guardábamos en <b>{ $title }</b> ({ $session }) no se tomó a tiempo: ahora pueden tenerla otras personas. Si quiere venir, pida de nuevo una plaza.
notice-session-reminder = ⏰ Tiene una plaza: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    ¿Un imprevisto? Deje su plaza: quizá alguien la espera.
notice-session-moved = 📅 <b>{ $title }</b> ({ $session }) cambia de fecha:
    🕑 { $when }
    📍 { $place }
    Conserva su plaza, o su puesto en la lista de espera.
notice-session-cancelled = ❌ <b>{ $title }</b> ({ $session }), previsto para el { $when }, se cancela. Lo sentimos.
notice-agenda-item = 📋 El orden del día de «{ $theme }» está publicado. Su aportación ({ $ref }) está en él, en el punto { $rank }: <b>{ $title }</b>
notice-agenda-published = 📋 El orden del día de «{ $theme }» está publicado. Su aportación ({ $ref }) no es un punto esta vez; sigue en el resumen y en los datos abiertos. El orden del día dice por qué.
notice-summary-published = 📝 El resumen de «{ $theme }» está publicado. { $cited ->
        [yes] Sus palabras se citan en él ({ $ref }).
       *[no] Sus palabras ({ $ref }) forman parte de su materia.
    }
notice-publication-requested = Una persona del equipo pide publicar { $what ->
        [agenda] el orden del día
       *[summary] el resumen
    } de «{ $theme }». Léalo y confirme después: hacen falta dos personas.
button-take-seat = ✅ La acepto
button-leave-seat = La dejo
button-calendar = 📎 Archivo de calendario
button-give-seat-back = No puedo ir
button-ask-seat-again = 🪑 Pedir de nuevo una plaza
button-see = 👀 Leer
button-see-publication = 👀 Leer y confirmar
button-confirm = ✅ Confirmar la publicación
button-open-agenda = 📋 Ver el orden del día
button-open-summary = 📝 Ver el resumen
notice-objection = ⚖️ El garante objeta sobre «{ $theme }»: { $text }
