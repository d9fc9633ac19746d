# I punti di un ordine del giorno, a mano; e ciò che è già stato pubblicato.
moderator-agenda-items = ✏️ <b>I punti di «{ $theme }»</b>: sceglietene uno per fissarlo, toglierlo o dargli un altro titolo. 📌 fissato, ✖️ tolto, ▫️ non scelto. Tutto ciò che cambiate è pubblico.
moderator-agenda-item = <b>{ $title }</b>
    { $supporters ->
        [one] Lo chiede una persona
       *[other] Lo chiedono { $supporters } persone
    } <i>{ $refs }</i>
    { $why }
moderator-agenda-item-gone = Questo punto non è più nella bozza. Scrivete /agenda per vedere la nuova.
moderator-button-items = ✏️ Cambiare i punti
moderator-button-pin = 📌 Fissare
moderator-button-drop = ✖️ Togliere…
moderator-button-retitle = ✏️ Titolo…
moderator-button-unpinned = ↩️ Non fissare
moderator-button-undropped = ↩️ Non togliere
moderator-button-unretitled = ↩️ Primo titolo
moderator-ask-agenda-drop = Perché non deve essere all’ordine del giorno? Scrivete il motivo in una frase: lo leggeranno tutti.
moderator-ask-agenda-title = Come si deve chiamare? Scrivete il titolo; il primo resta leggibile accanto.
moderator-slip-agenda-words = Servono da { $least } a { $most } caratteri che dicano qualcosa; qui sono { $length }. Scrivete di nuovo, oppure /cancel.
moderator-agenda-pinned = 📌 Fissato: il suo tempo si toglie per primo, e l’ordine del giorno lo dice.
moderator-agenda-dropped = ✖️ Tolto: l’ordine del giorno lo dice, con il vostro motivo.
moderator-agenda-retitled = ✏️ Ha il nuovo titolo.
moderator-agenda-undone = ↩️ Come prima.
moderator-agenda-version = 📋 <b>Ordine del giorno di «{ $theme }»</b>, versione { $version }, pubblicata { $when }
moderator-summary-version = 📝 <b>Sintesi di «{ $theme }»</b>, versione { $version }, pubblicata { $when }
moderator-version-end = Era la versione { $version } di { $last }.
moderator-refused-not-admitted = { $ref } non è pubblicata: un punto si nomina con una domanda pubblicata.
moderator-refused-nothing-to-undo = Qui non c’è più niente di deciso a mano.
