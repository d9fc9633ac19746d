# Messaggi della città a chi partecipa a un tema.
notice-broadcast = 📣 <b>{ $city }</b> · messaggio della città sul tema «{ $theme }»

    { $text }
button-mute = 🔕 Non ricevere più questi messaggi
citizen-button-unmute = 🔔 Riceverli di nuovo
citizen-broadcasts-muted = Va bene: non riceverai più i messaggi della città su «{ $theme }». Ciò che ti riguarda personalmente arriverà comunque.
citizen-broadcasts-unmuted = Va bene: riceverai di nuovo i messaggi della città su «{ $theme }».
citizen-refused-banned = Qui non puoi più scrivere, votare né sostenere: lo ha deciso la moderazione in seguito a <b>{ $ref }</b>. Puoi continuare a leggere tutto. Se non sei d’accordo, rivolgiti al comune citando { $ref }: lo esaminerà un’altra persona.
