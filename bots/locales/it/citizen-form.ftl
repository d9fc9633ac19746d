# Partecipare al dibattito con una penna.
citizen-form-intro = La tua domanda, la tua opinione o ciò che hai vissuto, in poche parole leggibili. Basta una parte. Consegna questo foglio allo sportello.
citizen-form-question = La mia domanda
citizen-form-opinion = La mia opinione
citizen-form-testimony = Ciò che ho vissuto
citizen-form-length = Al massimo { $most } caratteri, senza nome, indirizzo o numero di telefono.
citizen-form-agreement = Accetto che questo testo sia trascritto e, se accolto, mostrato pubblicamente senza il mio nome.
citizen-form-notice = Che cosa succede a questo foglio
citizen-form-notice-read = Una persona del gruppo trascrive il tuo testo; un’altra lo legge e decide secondo la carta del dibattito.
citizen-form-notice-shown = Se è accolto, è mostrato con un riferimento come Q-12 e con il luogo in cui il foglio è stato consegnato.
citizen-form-notice-name = Non chiediamo il tuo nome. Più testi dello stesso foglio sono riuniti sotto uno pseudonimo.
citizen-form-notice-kept = Il foglio è distrutto dopo la trascrizione. I testi pubblicati fanno parte del dibattito e dei suoi dati aperti.
citizen-form-notice-rights = Puoi far ritirare il tuo testo in qualsiasi momento, dando il suo riferimento al gruppo.
citizen-form-notice-city = { $city } è responsabile di questo dibattito.
citizen-form-slip = Da conservare. Il riferimento del tuo contributo (lo scrive qui il gruppo):
