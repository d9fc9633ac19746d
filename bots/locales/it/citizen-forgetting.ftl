# /forget: cancellare tutto.
citizen-menu-forget = cancellare tutto ciò che viene da me
citizen-button-forget = 🗑 Cancellare tutto
citizen-button-forget-yes = Sì, cancella tutto
citizen-button-forget-no = No, conserva tutto
citizen-forget =
    <b>Cancellare tutto?</b>

    • Le tue domande, le opinioni, le bozze, la lingua e ciò che hai detto di te vengono cancellati ovunque. Nei risultati già pubblicati, «[…]» prende il posto delle tue parole.
    • I tuoi posti negli incontri futuri vanno a chi è in attesa.
    • I tuoi voti e sostegni restano contati, senza nulla che porti a te.
    • Il tuo account Telegram viene dimenticato: se scrivi di nuovo, non ti riconosceremo.

    Ci vuole meno di un minuto e non si può tornare indietro. Quello che ci siamo scritti resta in questa chat, presso Telegram, finché non lo elimini tu.
citizen-forgotten =
    ✅ <b>Fatto: non ti conosciamo più.</b>
    Entro un minuto non resta una tua parola nei nostri file. Grazie di aver partecipato!

    La tua ricevuta, del { $when }:
    <code>{ $digest }</code>
    Non dice nulla di te. Permette di ritrovare questa cancellazione nel registro, dove è contata.
citizen-forgotten-later = La tua richiesta è registrata: tutto sarà cancellato appena possibile, non devi fare altro. Fino ad allora è meglio non scrivere qui.
citizen-forget-nothing = Non sappiamo nulla di te: non c’è niente da cancellare.
citizen-trace-erased = { $ref } è stato cancellato da chi lo aveva scritto.
