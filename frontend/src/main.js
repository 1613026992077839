import "./js/house.js";
