# Ciò di cui le persone hanno bisogno per partecipare.
citizen-button-need = 🤝 Ho bisogno di qualcosa per partecipare
citizen-button-need-drop = Non mi serve più nulla
citizen-need-prompt =
    <b>{ $title }</b>
    Di che cosa hai bisogno per partecipare? Per esempio: un posto per la sedia a rotelle, la lingua dei segni, qualcuno che stia con tuo figlio. Scrivilo in un solo messaggio, al massimo { $most } caratteri.

    Lo legge solo chi organizza questo dibattito. Viene cancellato una settimana dopo il dibattito.
citizen-need-said = Hai scritto: { $text }
citizen-need-noted = 🤝 Annotato: chi organizza il dibattito lo leggerà. Puoi cambiarlo qui in qualsiasi momento.
citizen-need-dropped = Fatto: quello che avevi scritto è cancellato.
citizen-refused-no-need = Non avevi chiesto nulla per questo dibattito, oppure è già stato cancellato.
