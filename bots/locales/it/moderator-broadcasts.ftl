# Un messaggio a chi partecipa a un tema.
moderator-menu-broadcast = Scrivere a tutti i partecipanti
moderator-button-broadcast = 📣 Messaggio a tutti
moderator-broadcast-ask = 📣 Che cosa vuoi dire a chi partecipa a «{ $theme }»? Scrivi il messaggio, al massimo { $most } caratteri.
moderator-broadcast-nobody = Nessuno partecipa ancora a «{ $theme }» tramite il bot: non c’è a chi scrivere.
moderator-slip-broadcast-long = Un messaggio ha al massimo { $most } caratteri; questo ne ha { $length }. Accorcialo, oppure digita /cancel.
moderator-slip-broadcast-empty = Questo messaggio non dice nulla: servono alcune parole. Scrivilo, oppure digita /cancel.
moderator-broadcast-ready = 👆 Ecco ciò che leggerà ogni persona, la prima riga nella sua lingua, con questo pulsante: «{ $mute }».
    👥 Destinatari: <b>{ $recipients }</b>
    ⏱ { $minutes ->
        [one] Ci vuole circa un minuto.
       *[other] Ci vogliono circa { $minutes } minuti.
    } Ciò che è partito non si può richiamare; ciò che non è ancora partito si può fermare.
moderator-broadcast-night = 🌙 Tra le 21 e le 8 non parte nulla: l’invio comincerà alle 8.
moderator-button-broadcast-send = 📣 Inviare ({ $recipients })
moderator-button-broadcast-leave = Non inviare
moderator-broadcast-left = D’accordo: non si invia nulla.
moderator-broadcast-gone = Questo messaggio non è più in attesa: ricomincia con /broadcast.
moderator-broadcast-progress = { $state ->
        [going] 📣 <b>{ $theme }</b>: invio in corso.
        [night] 🌙 <b>{ $theme }</b>: di notte non parte nulla; l’invio riprende alle 8.
        [stopped] ⏹ <b>{ $theme }</b>: invio fermato.
       *[done] ✅ <b>{ $theme }</b>: invio terminato.
    }
    { $sent } di { $recipients } inviati, { $unreachable ->
        [1] una persona irraggiungibile
       *[other] { $unreachable } irraggiungibili
    }{ $failed ->
        [0] {""}
       *[other] , { $failed } non riusciti
    }
moderator-button-broadcast-stop = ⏹ Fermare
moderator-button-broadcast-progress = 🔄 A che punto siamo?
moderator-button-broadcast-new = ✏️ Un altro messaggio
moderator-refused-unknown-broadcast = Questo messaggio non esiste. Ricomincia con /broadcast.
