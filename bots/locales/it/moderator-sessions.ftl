# Incontri e iscrizioni.
moderator-session-for = 📅 Un incontro per <b>{ $title }</b>.
moderator-ask-session-title = Qual è il titolo?
moderator-ask-session-when = Quando? Per esempio <code>2026-12-05 18:30</code> o <code>05/12/2026 18:30</code> (ora locale, prima il giorno).
moderator-ask-session-place = Dove?
moderator-ask-session-capacity = Quanti posti? Scegliete, o scrivete un numero.
moderator-ask-session-minutes = Quanti minuti? Scegliete, o scrivete un numero.
moderator-session-capacity-value = { $value }
moderator-session-minutes-value = { $value } min
moderator-session-when = 🕑 { $when }.
moderator-session-planned = ✅ L’incontro <b>{ $ref }</b> è programmato: <b>{ $title }</b>
    🕑 { $when } ({ $minutes } min)
    📍 { $place }
    🪑 { $capacity ->
        [one] un posto
       *[other] { $capacity } posti
    }
moderator-button-signups = 👥 Iscrizioni
moderator-slip-session-title = Un titolo ha da { $least } a { $most } caratteri; questo ne ha { $length }.
moderator-slip-session-place = Un luogo ha da { $least } a { $most } caratteri; questo ne ha { $length }.
moderator-slip-session-when = Non capisco la data «{ $when }». Scrivetela così: <code>2026-12-05 18:30</code>
moderator-slip-session-past = «{ $when }» è passato. Scrivete una data futura.
moderator-slip-session-gap = «{ $when }» non esiste: quella notte le lancette vanno avanti. Scegliete un’altra ora.
moderator-slip-session-capacity = I posti devono essere da { $least } a { $most }; «{ $given }» non va bene.
moderator-slip-session-minutes = La durata deve essere da { $least } a { $most } minuti; «{ $given }» non va bene.
moderator-slip-session-parts = Manca qualcosa, o c’è qualcosa di troppo. In una riga:
    <code>/newsession { $theme } | Titolo | 2026-12-05 18:30 | Luogo | 40 | 120</code>
    Gli ultimi due (posti, minuti) sono facoltativi. Oppure: <code>/newsession { $theme }</code>, e chiedo io.
moderator-slip-session-unknown = Non conosco l’incontro «{ $ref }». Scrivete /signups per l’elenco.
moderator-no-session = Non c’è ancora alcun incontro. Programmatene uno: /newsession
moderator-no-coming-session = Non c’è alcun incontro in arrivo. Programmatene uno: /newsession
moderator-which-session = Quale incontro?
moderator-signups = 👥 <b>{ $title }</b> ({ $ref })
    🕑 { $when }
    { $seated } posti occupati su { $capacity }, { $waiting } in lista d’attesa.
moderator-signups-file = L’elenco, senza nomi: un codice per persona, solo per questo incontro.
moderator-hour-twice = quella notte le lancette tornano indietro e quest’ora viene due volte: vale la prima
moderator-session-off = ❌ Annullato.
moderator-session-about = 📅 <b>{ $ref } · { $title }</b>
    🕑 { $when }
    { $people ->
        [0] Nessuno è iscritto o in attesa.
        [one] Una persona è iscritta o in attesa.
       *[other] { $people } persone sono iscritte o in attesa.
    }
moderator-session-moved = ✅ <b>{ $ref } · { $title }</b> è spostato:
    🕑 { $when }
    { $people ->
        [0] Non c’era nessuno da avvisare.
        [one] Una persona viene avvisata.
       *[other] { $people } persone vengono avvisate.
    }
moderator-session-called-off = ❌ <b>{ $ref } · { $title }</b> ({ $when }) è annullato.
    { $people ->
        [0] Non c’era nessuno da avvisare.
        [one] Una persona viene avvisata.
       *[other] { $people } persone vengono avvisate.
    }
moderator-session-sure = Annullarlo? Non si può tornare indietro.
moderator-button-move = 📅 Spostare
moderator-button-call-off = ❌ Annullare l’incontro…
moderator-button-call-off-surely = ❌ Sì, annullare l’incontro
