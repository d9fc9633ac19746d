# La cola: una ficha por aportación.
moderator-card-head = 📥 <b>{ $ref }</b> · { $kind } · { $theme }
moderator-backlog = <i>{ $waiting ->
        [one] Una aportación espera
       *[other] { $waiting } aportaciones esperan
    }, la más antigua desde hace { $age }.</i>
age-days = { $count ->
        [one] un día
       *[other] { $count } días
    }
age-hours = { $count ->
        [one] una hora
       *[other] { $count } horas
    }
age-minutes = { $count ->
        [one] un minuto
       *[other] { $count } minutos
    }
age-moments = unos instantes
moderator-near-item = • <b>{ $ref }</b> { $text }
moderator-which-article = <b>¿Según qué artículo de la carta?</b>
moderator-button-admit = ✅ Admitir
moderator-button-refuse = ⛔ Rechazar…
moderator-button-merge = 🔗 Unir a { $ref }
moderator-button-skip = ⏭ Dejar
moderator-button-undo = ↩️ Deshacer (30 s)
moderator-button-next = ➡️ Siguiente
moderator-button-take-again = ↩️ Tomarla de nuevo
moderator-button-all-themes = 📥 Otros temas ({ $count })
moderator-decided-admitted = ✅ <b>Admitida.</b>
moderator-decided-refused = ⛔ <b>Rechazada</b>, artículo { $number }: { $title }.
moderator-decided-merged = 🔗 <b>Unida a { $into }</b>; se guardan los dos textos.
moderator-decided-withdrawn = 🗑 <b>Retirada</b> por quien la escribió.
moderator-decided-waiting = ⏳ <b>En espera.</b>
moderator-decided-skipped = ⏭ <b>{ $ref }</b>: se deja a otra persona; vuelve cuando no espera nada más.
moderator-queue-empty = 🎉 La cola está vacía: no espera nada.
moderator-queue-in-hands = Nada para usted: { $waiting ->
        [one] la última aportación está
       *[other] las últimas { $waiting } aportaciones están
    } en manos de otras personas.
