# Domande in diretta.
kind-live = domanda in diretta
citizen-menu-live = domande in diretta durante un dibattito
citizen-button-live = 🙋 Domande in diretta
citizen-button-live-ask = ✍️ Fai una domanda
citizen-live = { $count ->
        [0] 🙋 <b>{ $title }</b>
            Nessuna domanda è ancora pubblicata. Fai tu la prima!
        [one] 🙋 <b>{ $title }</b>: una domanda
       *[other] 🙋 <b>{ $title }</b>: { $count } domande
    }
citizen-live-over = Ora non si raccolgono domande: sono aperte da mezz’ora prima del dibattito fino alla sua fine.
citizen-live-shortlisted =
    ⭐ <b>{ $ref }</b> · tra le prossime · 👍 { $supporters }
    { $text }
citizen-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-live-answered =
    ✔️ <b>{ $ref }</b> · ha avuto risposta · 👍 { $supporters }
    { $text }
citizen-live-prompt =
    🙋 <b>{ $title }</b>
    Scrivi la tua domanda in un solo messaggio, da { $least } a { $most } caratteri.
citizen-live-received =
    ✅ Domanda ricevuta: <b>{ $ref }</b>.
    Qualcuno la legge, poi la sala può vederla e sostenerla. Ti dirò che cosa ne sarà.
citizen-live-none = In questo momento non c’è nessun dibattito. Le domande in diretta si aprono mezz’ora prima dell’inizio; nel frattempo puoi fare una domanda in un tema.
citizen-live-which = Sono in corso più dibattiti. Di quale si tratta?
citizen-refused-live-closed = «{ $title }» ora non raccoglie domande: sono aperte da mezz’ora prima del dibattito fino alla sua fine.
citizen-trace-live-admitted = → Fatta in diretta a <b>{ $title }</b>
citizen-trace-live-shortlisted = → Fatta in diretta a <b>{ $title }</b>: scelta tra le prossime
citizen-trace-live-answered = → Fatta in diretta a <b>{ $title }</b>: ha avuto risposta in sala
notice-live-answered = ✔️ La tua domanda <b>{ $ref }</b> ha appena avuto risposta a «{ $title }».
notice-live-reopened = La tua domanda <b>{ $ref }</b> era stata segnata per errore come già risposta a «{ $title }»: è ancora aperta.
