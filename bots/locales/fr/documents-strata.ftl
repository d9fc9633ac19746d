# Âge, quartier, acteur : pour les deux bots.
document-age = { $first ->
        [0] moins de 16 ans
        [75] 75 ans et plus
       *[other] { $first }–{ $last } ans
    }
document-actor = { $kind ->
        [individual] à titre personnel
        [school] école, collège, lycée
        [research] université, recherche
        [association] association
        [farmer] agriculture, élevage
        [business] agroalimentaire, semences
        [shop] commerce, restauration
        [health] santé
        [city-service] service de la ville
       *[other] autre
    }
document-elsewhere = ailleurs
