# In un gruppo, e ciò che non è fatto di parole.
citizen-group-hello = Ciao! Porto domande e opinioni nei dibattiti pubblici di { $city }. Qui capisco /ask e /themes; tutto il resto si fa in privato, dove nessun altro legge.
citizen-group-private = Questo resta fra noi due: continuiamo in privato.
citizen-group-stranger = Per partecipare mi serve il tuo consenso una volta, in privato: basta un tocco. Poi scrivimi lì.
citizen-group-asked = Va bene. Ti ho risposto nella nostra chat privata.
citizen-button-private = 💬 Continua in privato
citizen-words-only = { $kind ->
        [voice] Non posso ascoltare registrazioni.
        [picture] Non posso guardare immagini o filmati.
        [sticker] Bello! Ma non so leggerlo.
        [place] Non ho conservato questo luogo.
        [file] Non apro i file.
        [contact] Non ho conservato questo contatto e nessuno lo ha visto.
       *[other] Questo non so leggerlo.
    } So leggere solo parole scritte: scrivimi quello che hai da dire.
citizen-forwarded = Queste parole sono di qualcun altro, perciò non le ho prese. E tu, che ne pensi? Scrivilo con parole tue.
