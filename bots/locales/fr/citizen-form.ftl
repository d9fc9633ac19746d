# Participer au débat, au stylo.
citizen-form-intro = Votre question, votre avis ou ce que vous avez vécu, en quelques mots lisibles. Une partie suffit. Rendez cette feuille à l’accueil.
citizen-form-question = Ma question
citizen-form-opinion = Mon avis
citizen-form-testimony = Ce que j’ai vécu
citizen-form-length = En { $most } signes au plus, sans nom, adresse ni numéro de téléphone.
citizen-form-agreement = Je suis d’accord pour que ce texte soit saisi et, s’il est accepté, montré publiquement sans mon nom.
citizen-form-notice = Ce que devient cette feuille
citizen-form-notice-read = Une personne de l’équipe recopie votre texte, une autre le lit et décide selon la charte du débat.
citizen-form-notice-shown = Accepté, il est montré sous une référence comme Q-12, avec le lieu où la feuille a été rendue.
citizen-form-notice-name = Nous ne demandons pas votre nom. Plusieurs textes d’une même feuille sont réunis sous un pseudonyme.
citizen-form-notice-kept = La feuille est détruite une fois saisie. Les textes publiés font partie du débat et de ses données ouvertes.
citizen-form-notice-rights = Vous pouvez faire retirer votre texte à tout moment en donnant sa référence à l’équipe.
citizen-form-notice-city = { $city } est responsable de ce débat.
citizen-form-slip = À garder. La référence de votre contribution (l’équipe l’écrit ici) :
