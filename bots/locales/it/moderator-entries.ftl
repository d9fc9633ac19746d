# Inserire ciò che è stato dato su carta.
moderator-refused-length = Questo testo ha { $length } caratteri; un contributo di questo tipo ({ $kind }) ne ha da { $least } a { $most }.
moderator-refused-empty = In questo testo non trovo parole.
moderator-menu-enter = Inserire ciò che è stato dato su carta
moderator-menu-takeback = Ritirare un inserimento, come vuole la persona
moderator-menu-form = Un foglio da stampare, per partecipare con la penna
moderator-entry-place =
    📄 <b>{ $theme }</b>
    Da dove vengono i fogli? Per esempio «Biblioteca di La Plaine» (al massimo { $most } caratteri). Il luogo è mostrato con il contributo.
    Inserite solo i fogli con la casella del consenso barrata, parola per parola, senza nomi né numeri.
moderator-slip-entry-place = Mi serve un luogo, di al massimo { $most } caratteri.
moderator-entry-kind = 👤 <b>Una persona.</b> Che cosa dice il suo foglio?
moderator-entry-text = ✍️ Ricopiate il testo ({ $kind }, da { $least } a { $most } caratteri) così com’è scritto.
moderator-entry-received = 📥 <b>{ $ref }</b> è registrato ({ $place }). Scrivete questo riferimento sul tagliando del foglio: la persona potrà seguire il suo contributo, o chiedere che sia ritirato. Deciderà un’altra persona del gruppo.
moderator-button-same-question = 👤 Stessa persona: una domanda
moderator-button-same-opinion = 👤 Stessa persona: un’opinione
moderator-button-same-testimony = 👤 Stessa persona: una testimonianza
moderator-button-next-person = ➡️ Persona seguente
moderator-button-entry-done = ✅ È tutto
moderator-entry-done = Grazie. Ciò che avete inserito aspetta un’altra persona nella coda.
moderator-ask-takeback = Quale inserimento va ritirato? Scrivete il riferimento, per esempio Q-12.
moderator-taken-back = 🗑 <b>{ $ref }</b> è ritirato: nessuno lo vede più.
moderator-refused-not-entered = { $ref } è arrivato dalla chat: solo chi l’ha scritto può ritirarlo.
moderator-form-file = 🖨 Il foglio di «{ $theme }»: apritelo in un browser e stampatelo. Poi: /enter
