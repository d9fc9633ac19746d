# Scrivere in altro modo, fare ricorso, e da dove viene ciò che è stato dato su carta.
citizen-amend-prompt = ✏️ Scrivilo di nuovo in un solo messaggio, da { $least } a { $most } caratteri. Il primo testo resta com’è; quello nuovo riceve un riferimento proprio.
citizen-amend-published = Ciò che è pubblicato resta tale finché il nuovo testo non è accolto. I voti e i sostegni restano con il vecchio: le persone saranno interpellate di nuovo.
citizen-item-anew = L’hai scritto in altro modo: { $ref }.
citizen-appeal-ask = ⚖️ Una persona che non ha preso questa decisione rileggerà il tuo testo. Puoi dire perché, in un messaggio di al massimo { $most } caratteri; lo leggeranno solo i moderatori. Contro una decisione si può ricorrere una volta sola.
citizen-button-appeal-bare = ⚖️ Ricorso senza spiegazioni
citizen-appealed = { $others ->
        [0] ⚖️ Ricorso registrato per <b>{ $ref }</b>. Chi ha deciso non può rileggere da sé, e per ora non c’è nessun altro: il ricorso attende una seconda persona. Ti dirò come va a finire.
       *[other] ⚖️ Ricorso registrato per <b>{ $ref }</b>: un’altra persona rileggerà, e ti dirò come va a finire.
    }
citizen-appeal-open = ⚖️ Hai fatto ricorso: un’altra persona rileggerà.
citizen-appeal-upheld = ⚖️ Un’altra persona ha riletto: la decisione resta.
citizen-appeal-overturned = ⚖️ Una decisione precedente è stata annullata su tua richiesta.
citizen-slip-reason = È un po’ lungo: { $length } caratteri su { $most } al massimo. Accorcialo e invialo di nuovo.
citizen-refused-appealed = Hai già fatto ricorso contro questa decisione su { $ref }; si può una volta sola.
citizen-refused-amend = { $ref } non si può riscrivere così: un testo nuovo mantiene il suo tema e il suo genere.
citizen-trace-paper = 📄 Dato su carta: { $place }
citizen-trace-goes-on = ↪ { $ref } prosegue come { $into }:
