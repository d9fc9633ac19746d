# Edad, barrio, condición: para los dos bots.
document-age = { $first ->
        [0] menos de 16 años
        [75] 75 años o más
       *[other] { $first }–{ $last } años
    }
document-actor = { $kind ->
        [individual] a título personal
        [school] centro escolar
        [research] universidad, investigación
        [association] asociación
        [farmer] agricultura, ganadería
        [business] agroalimentación, semillas
        [shop] comercio, restauración
        [health] sanidad
        [city-service] servicio municipal
       *[other] otra
    }
document-elsewhere = en otro lugar
