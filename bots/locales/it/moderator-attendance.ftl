# Il giorno dell’incontro: bisogni, ingresso, presenze.
moderator-menu-checkin = Registrare chi arriva
moderator-menu-attendance = Quanti sono venuti
moderator-button-check-in = 🚪 Ingresso
moderator-button-attendance = 🔢 Presenze
moderator-button-refresh = 🔄 Guardare di nuovo
moderator-button-walk-in = ➕ Venuto senza iscrizione
moderator-button-walk-in-less = ➖ Uno in meno
moderator-button-room-code = 🖼 Codice per la sala
moderator-needs = 🤝 Di che cosa c’è bisogno ({ $count }):
moderator-need = <code>{ $sign }</code> { $text }
moderator-no-door = Nessun ingresso è aperto: chi arriva si registra dal giorno dell’incontro al giorno dopo. /signups mostra gli incontri.
moderator-door =
    🚪 <b>{ $ref } · { $title }</b>
    Scrivete qui, uno dopo l’altro, il codice che vi mostrano, oppure inquadrate l’immagine sul loro telefono.
    O mostrate a tutti il codice della sala: <code>{ $code }</code>. Chi ce l’ha lo scrive { $bot ->
        [none] al bot dei cittadini
       *[other] a @{ $bot }
    }.
moderator-attendance =
    👥 Presenti: { $present }
    { $came } su { $signed } persone con un posto, { $walkins } senza; assenti: { $absent }
moderator-attendance-of =
    🔢 <b>{ $ref } · { $title }</b>
    🕑 { $when }
moderator-attendance-file = I numeri, senza persone.
moderator-arrived = ✅ <code>{ $sign }</code> è qui: { $title }. { $present ->
        [one] È presente una persona.
       *[other] Sono presenti { $present } persone.
    }{ $seat ->
        [yes] {""}
       *[no] {" "}⚠️ È in lista d’attesa: guardate se c’è un posto.
    }
moderator-arrived-already = <code>{ $sign }</code> è già registrato: { $title }. { $present ->
        [one] È presente una persona.
       *[other] Sono presenti { $present } persone.
    }
moderator-sign-unknown = Nessuno degli iscritti a un incontro di oggi ha il codice «{ $sign }». Rileggetelo, o contate la persona con ➕ in /checkin.
moderator-attendance-undone = ↩ <code>{ $sign }</code> non è più contato.
moderator-room-code = { $title }: inquadrate questo, o scrivete { $code } al bot.
moderator-room-code-later = Il bot dei cittadini, a cui porta questa immagine, per ora non dice il suo nome: riprovate tra un minuto. Il codice della sala vale già: { $code }
moderator-refused-door-closed = L’ingresso di «{ $title }» non è aperto: chi arriva si registra dal giorno dell’incontro al giorno dopo.
moderator-refused-not-there = Questa persona non è registrata per «{ $title }».
moderator-refused-no-walk-in = Nessuno senza iscrizione è contato per «{ $title }».
moderator-refused-stranger = Questa persona è stata cancellata e non partecipa più: contatela con ➕ in /checkin.
