# /notifications e i due consensi in /privacy.
citizen-menu-notifications = quando ricevere notizie
citizen-menu-mydata = tutto ciò che è conservato su di me
citizen-button-notifications = 🔔 Notifiche
citizen-button-mydata = 📦 I miei dati
citizen-notifications =
    🔔 <b>Notizie di ciò che segui</b>
    Le domande che sostieni, i temi a cui partecipi: { $pace ->
        [at-once] ti avvisiamo subito, al massimo qualche volta al giorno.
        [off] non ti avvisiamo.
       *[daily] ti avvisiamo una volta al giorno, con un solo messaggio, e solo se c’è qualcosa da dire.
    }
    Dalle 21 alle 8 c’è silenzio. Quello che viene deciso sui tuoi contributi e sui tuoi posti ti viene detto sempre subito.
citizen-button-news-at-once = Subito
citizen-button-news-daily = Una volta al giorno
citizen-button-news-off = Per niente
citizen-button-news-again = 🔔 Di nuovo una volta al giorno
citizen-notifications-ended = Va bene: niente più notizie di ciò che segui. Quello che viene deciso sui tuoi contributi ti arriverà comunque. Puoi cambiare idea quando vuoi con /notifications.

citizen-privacy =
    🔒 <b>Che cosa succede alle tue parole</b>

    <b>Chi è responsabile.</b> Il Comune di { $city }, che organizza questi incontri.
    <b>Perché.</b> Per raccogliere domande e opinioni in vista di dibattiti pubblici, perché tu lo accetti. Niente pubblicità, nessun profilo su di te; Telegram trasporta i messaggi.
    <b>Che cosa si conserva.</b> Quello che scrivi, i tuoi voti, sostegni e posti, la tua lingua, le tue scelte e, sigillato, ciò che dici di te (/aboutme). Non il tuo nome né il tuo numero; il tuo account Telegram è conservato sigillato e serve solo a risponderti.
    <b>Chi vede che cosa.</b> Una persona della moderazione legge ogni contributo prima degli altri; un rifiuto cita l’articolo della carta su cui si basa. Ciò che è ammesso viene mostrato senza il tuo nome, con un riferimento come Q-12. I tuoi voti sono segreti: nessuno, nemmeno la moderazione, può vedere chi ha votato cosa.
    <b>Per quanto tempo.</b> Finché si conservano i dibattiti e il loro registro pubblico, o finché non cancelli tutto. I messaggi per te vengono svuotati appena inviati.
    <b>I tuoi diritti.</b> In ogni momento e senza dare spiegazioni: leggere tutto ciò che è conservato (/mydata), ritirare un contributo (/mine), scegliere che cosa ricevere (/notifications), cancellare tutto (/forget). Puoi anche rivolgerti all’autorità per la protezione dei dati del tuo paese.
citizen-privacy-town-hall = <b>Contatto.</b> Il Comune di { $city }: chiedi di chi si occupa della protezione dei dati.
citizen-privacy-model = <b>Un modello linguistico</b> ({ $model }) può riformulare e tradurre le sintesi. Riceve solo testi pubblicati, con i dati personali mascherati, e non sa chi li ha scritti.
citizen-privacy-contact = <b>Contatto.</b> { $contact }
citizen-consents =
    <b>Che cosa hai accettato</b>
    ✅ Partecipare ai dibattiti. Per ritirare questo consenso, cancella tutto.
    { $contact ->
        [yes] ✅ Essere ricontattato/a, ed estratto/a a sorte per un panel di cittadini.
       *[no] ◻️ Essere ricontattato/a, ed estratto/a a sorte per un panel di cittadini: non lo hai accettato.
    }
citizen-button-contact-yes = ✉️ Potete ricontattarmi
citizen-button-contact-no = ✖️ Non contattatemi più
citizen-contact-ask = <i>Un’ultima cosa, decidi tu: possiamo ricontattarti più avanti, e includerti quando si estrae a sorte un panel di cittadini? Un tocco dice sì; non fare nulla vuol dire no. Si cambia in /privacy.</i>
citizen-contact-allowed = Grazie! Potremo ricontattarti, e potrai essere estratto/a a sorte per un panel di cittadini. Ogni volta potrai dire di no.
citizen-contact-withdrawn = Va bene: non ti ricontatteremo e non sei in nessun sorteggio. I tuoi contributi restano come sono. Se avevi detto qualcosa di te, è cancellato.
