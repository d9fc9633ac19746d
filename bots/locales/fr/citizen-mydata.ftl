# /mydata : tout ce qui est gardé sur une personne.
citizen-mydata =
    📦 <b>Tout ce qui est gardé sur vous</b>
    Vous participez depuis le { $since }.

    • Contributions : { $contributions }
    • Votes : { $votes }
    • Soutiens : { $supports }
    • Places dans des débats : { $seats }
    • Messages de notre part : { $letters }

    Le fichier contient tout cela, pour vous seul·e. /mine retire une contribution, /forget efface tout.
