# Ordine del giorno e sintesi: bozza, pubblicazione in due.
moderator-agenda-none = Non c’è ancora un ordine del giorno di «{ $theme }»: servono domande ammesse.
moderator-summary-none = Non c’è ancora una sintesi di «{ $theme }»: servono contributi ammessi.
moderator-agenda-draft = 📋 <b>Ordine del giorno di «{ $theme }»</b> — bozza
moderator-summary-draft = 📝 <b>Sintesi di «{ $theme }»</b> — bozza
moderator-agenda-requested = 📋 <b>Ordine del giorno di «{ $theme }»</b>, come sarebbe pubblicato
moderator-summary-requested = 📝 <b>Sintesi di «{ $theme }»</b>, come sarebbe pubblicata
moderator-draft-behind = ⏳ Il calcolo richiede tempo: questa è l’ultima versione nota.
moderator-draft-changed = 🔄 Nel frattempo la bozza è cambiata. Ecco la nuova: rileggetela.
moderator-draft-publish = Questo è ciò che sarebbe pubblicato. Procediamo? Un’altra persona confermerà.
moderator-draft-later = La fase «{ $phase }» non permette ancora di pubblicare: si può a partire dalla deliberazione.
moderator-draft-file = Il documento completo
moderator-draft-translation = Ciò che leggerà chi legge { $spoken }
moderator-button-publish = 📣 Pubblicare esattamente questo
moderator-publish-requested = ✅ Richiesto: { $what ->
        [agenda] l’ordine del giorno
       *[summary] la sintesi
    } di «{ $theme }» sarà pubblico quando una di queste persone avrà confermato: { $names }.
moderator-publish-alone = ✅ Richiesto, ma non c’è nessun altro che possa confermare: { $what ->
        [agenda] l’ordine del giorno
       *[summary] la sintesi
    } di «{ $theme }» aspetta. Invitate qualcuno: /invite
moderator-confirm-question = Confermate che sia pubblicato?
moderator-confirm-nothing = { $version ->
        [0] È la vostra richiesta: deve confermarla un’altra persona.
       *[other] È pubblicato (versione { $version }).
    }
moderator-published = 📣 Pubblicato: { $what ->
        [agenda] l’ordine del giorno
       *[summary] la sintesi
    } di «{ $theme }», versione { $version }. Avvisiamo tutti gli autori.
moderator-agenda-reasons = <b>Perché</b>
moderator-agenda-reason = <b>{ $rank }. { $title }</b>
    { $why }
moderator-agenda-left-out = • <b>{ $title }</b> ({ $supporters ->
        [one] una persona
       *[other] { $supporters } persone
    }) <i>{ $refs }</i>
    { $why }
