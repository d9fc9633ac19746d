# Chi viene, e l’arrivo.
citizen-coming = { $count ->
        [0] 👥 Per ora non viene nessuno.
        [one] 👥 Viene una persona.
       *[other] 👥 Vengono { $count } persone.
    }
citizen-reminded = { $count ->
        [one] ⏰ Te lo ricorderò { $when }.
       *[other] ⏰ Te lo ricorderò: { $when }.
    }
citizen-button-sign = 🎟 Il mio codice per l’ingresso
citizen-sign =
    🎟 <b>{ $title }</b>
    Il tuo codice per l’ingresso: <code>{ $sign }</code>
    Mostralo a chi accoglie, oppure scrivi qui il codice esposto in sala. Non dice nulla di chi sei.
citizen-sign-later = Il tuo codice sarà qui il giorno del dibattito.
citizen-door-unknown = Non conosco questo codice, oppure l’ingresso è chiuso. Rileggilo, o chiedi all’entrata.
citizen-arrived = 👋 Che bello vederti a «{ $title }»! La tua presenza è registrata.
citizen-arrived-without = 👋 Che bello vederti a «{ $title }»! La tua presenza è contata. Non c’era la tua iscrizione: chiedi all’ingresso se c’è un posto per te, per favore.
citizen-arrived-already = 👋 La tua presenza a «{ $title }» è già registrata.
citizen-arrival-undone = Fatto: non ti conto più tra i presenti.
citizen-button-not-here = ↩ Non sono lì
citizen-refused-door-closed = L’ingresso di «{ $title }» non è aperto: le presenze si registrano il giorno del dibattito.
citizen-refused-wrong-door = Questo codice non vale per «{ $title }». Rileggi quello esposto in sala, per favore.
citizen-refused-not-there = La tua presenza a «{ $title }» non è registrata.
notice-attended = 👋 Che bello vederti a «{ $title }»: la tua presenza è registrata. Durante il dibattito puoi fare le tue domande qui.
button-ask-live = 🙋 Domande in diretta
