# Age, neighbourhood, capacity: for both bots.
document-age = { $first ->
        [0] under 16
        [75] 75 and over
       *[other] { $first }–{ $last }
    }
document-actor = { $kind ->
        [individual] as an individual
        [school] school
        [research] university, research
        [association] association
        [farmer] farming
        [business] food or seed business
        [shop] shop, restaurant
        [health] health
        [city-service] city service
       *[other] other
    }
document-elsewhere = elsewhere
