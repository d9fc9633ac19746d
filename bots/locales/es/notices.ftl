# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> está publicada. Gracias: ahora otras personas pueden verla.
notice-refused = <b>{ $ref }</b> no se ha admitido, según el artículo { $article } de la carta: { $reason }
    Puede reformularla y enviarla de nuevo.
notice-merged = <b>{ $ref }</b> dice lo mismo que <b>{ $into }</b>: se guardan las dos, juntas.
notice-reconsidered = La decisión sobre <b>{ $ref }</b> se revisa: vuelve a estar pendiente de moderación.
notice-seat-offered = 🪑 Ha quedado una plaza libre para usted: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    ¿La acepta?
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
button-see = 👀 Leer
button-confirm = ✅ Confirmar la publicación
button-open-agenda = 📋 Ver el orden del día
button-open-summary = 📝 Ver el resumen
