citizen-ask-prompt =
    ❓ <b>{ $theme }</b>
    Scrivi la tua domanda in un solo messaggio, da { $least } a { $most } caratteri.
citizen-opinion-prompt =
    💬 <b>{ $theme }</b>
    Scrivi la tua opinione in un solo messaggio, da { $least } a { $most } caratteri. Un’idea alla volta, così gli altri possono votarla.
citizen-slip-empty = In questo messaggio non trovo parole. Scrivi una frase che gli altri possano capire.
citizen-slip-short = È un po’ corto: { $length } caratteri, ne servono almeno { $least }. Aggiungi qualche parola e invia di nuovo il messaggio.
citizen-slip-long = È troppo lungo di { $over } { $over ->
        [one] carattere
       *[other] caratteri
    } ({ $length } su { $most } al massimo). Accorcialo e invialo di nuovo, oppure scrivilo in due volte.
citizen-slip-piled = Questo messaggio contiene molti segni che nessuno vede, o ammucchiati gli uni sugli altri. Scrivilo di nuovo con lettere semplici.
citizen-near-question = Forse questa domanda è già stata fatta. Preferisci sostenerla?
citizen-near-own = Hai già inviato quasi la stessa cosa. Eccola:
citizen-near-opinion = Forse questa opinione è già stata espressa. Preferisci votarla?
citizen-quoted =
    <b>{ $ref }</b>
    { $text }
citizen-button-support = 👍 Sostieni { $ref }
citizen-button-unsupport = ✓ Sostieni { $ref } — annulla
citizen-button-vote-on = 🗳 Vota { $ref }
citizen-button-keep-mine = Tieni il mio testo
citizen-draft-gone = Questo testo non c’è più. Scrivilo di nuovo con /ask o /opinion.
citizen-received = { $kind ->
        [opinion] ✅ Opinione ricevuta: <b>{ $ref }</b>.
        [question] ✅ Domanda ricevuta: <b>{ $ref }</b>.
       *[other] ✅ Ricevuto: <b>{ $ref }</b>.
    }
    Una persona della moderazione leggerà il tuo testo; ti dirò come va a finire.
citizen-button-see = 📄 { $ref }
citizen-what-is-this = Che cosa vuoi fare di questo messaggio?
citizen-button-as-question = ❓ Una domanda
citizen-button-as-opinion = 💬 Un’opinione
citizen-button-neither = Né l’una né l’altra
citizen-left-alone = Va bene: non ne ho conservato nulla.
citizen-text-gone = Non vedo più quel messaggio. Scrivilo di nuovo con /ask o /opinion.

citizen-refused-unknown-theme = Non conosco questo tema. Quelli aperti sono in /themes.
citizen-refused-phase = In «{ $theme }» ora non è possibile ({ $phase }).
citizen-refused-length = Il testo ha { $length } caratteri; ne servono da { $least } a { $most }.
citizen-refused-empty = In questo messaggio non trovo parole. Scrivi una frase che gli altri possano capire.
citizen-refused-unknown-contribution = Questo contributo non c’è più.
citizen-refused-decided = { $ref } è già in questo stato: { $state }.
citizen-refused-unknown-session = Non conosco questo dibattito. I prossimi sono in /sessions.
citizen-refused-past = «{ $title }» è già cominciato.
citizen-refused-cancelled = «{ $title }» è annullato. I prossimi dibattiti sono in /sessions.
citizen-refused-no-seat = Non hai un posto per «{ $title }». Puoi chiederne uno in /sessions.
