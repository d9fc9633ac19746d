# /mydata: tutto ciò che è conservato su una persona.
citizen-mydata =
    📦 <b>Tutto ciò che è conservato su di te</b>
    Partecipi da { $since }.

    • Contributi: { $contributions }
    • Voti: { $votes }
    • Sostegni: { $supports }
    • Posti negli incontri: { $seats }
    • Messaggi da parte nostra: { $letters }

    Il file contiene tutto questo, solo per te. /mine ritira un contributo, /forget cancella tutto.
