citizen-sessions = <b>I prossimi dibattiti</b>
citizen-sessions-none = Al momento non è previsto nessun dibattito.
citizen-session =
    <b>{ $ref } · { $title }</b>
    📅 { $when } ({ $minutes } min)
    📍 { $place }
citizen-seats = { $free ->
        [0] Al completo. { $waiting ->
            [0] Saresti in cima alla lista d’attesa.
            [one] Una persona è in attesa.
           *[other] { $waiting } persone sono in attesa.
        }
        [one] È rimasto un posto.
       *[other] Sono rimasti { $free } posti.
    }
citizen-seat-seated = ✅ Hai un posto.
citizen-seat-waiting = ⏳ Sei in lista d’attesa, in posizione { $position }.
citizen-seat-offered = 🎟 C’è un posto riservato per te: prendilo o lascialo, per favore.
citizen-seat-released = Fatto: non sei più in lista.
citizen-session-cancelled = ❌ Questo dibattito è annullato.
citizen-button-take-seat = ✅ Mi iscrivo
citizen-button-accept-seat = ✅ Prendo il posto
citizen-button-leave-seat = Lascio il mio posto
citizen-button-leave-line = Esco dalla lista d’attesa
citizen-button-calendar = 📎 File per il calendario
citizen-calendar-caption = { $title }: per il tuo calendario
