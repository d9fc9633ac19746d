# Messages de la ville à toutes les personnes d’une thématique.
notice-broadcast = 📣 <b>{ $city }</b> · message de la ville sur le thème « { $theme } »

    { $text }
button-mute = 🔕 Ne plus recevoir ces messages
citizen-button-unmute = 🔔 Les recevoir à nouveau
citizen-broadcasts-muted = C’est noté : vous ne recevrez plus les messages de la ville sur « { $theme } ». Ce qui vous concerne personnellement vous parviendra toujours.
citizen-broadcasts-unmuted = C’est noté : vous recevrez à nouveau les messages de la ville sur « { $theme } ».
citizen-refused-banned = Vous ne pouvez plus écrire, voter ni soutenir ici : la modération l’a décidé à la suite de <b>{ $ref }</b>. Vous pouvez continuer à tout lire. Si vous n’êtes pas d’accord, adressez-vous à la mairie en citant { $ref } : une autre personne regardera.
